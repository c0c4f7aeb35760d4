package dev.sundog.connector.halo;

import dev.sundog.connector.connection.AddressRules;
import dev.sundog.connector.connection.SecretBox;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Wires the HTTP side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HaloProperties.class)
class HaloConfiguration {

    private static final int CONNECTIONS_PER_HOST = 16;

    @Bean
    HaloApi haloApi(HaloProperties properties, SecretBox secrets, InstantSource time) {
        AddressRules rules = new AddressRules(properties.allowLoopback());
        HttpTransport transport = new HttpTransport(client(properties, rules));
        HttpTokenDesk tokens = new HttpTokenDesk(transport, secrets, time);
        return new HttpHaloApi(new HttpExchange(transport, tokens, rules, time));
    }

    static WebClient client(HaloProperties properties, AddressRules rules) {
        Duration connect = properties.connectTimeout();
        ConnectionProvider pool = ConnectionProvider.builder("halo")
                .maxConnections(CONNECTIONS_PER_HOST)
                .pendingAcquireTimeout(connect)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        // Reactor Netty repeats a request by itself when a pooled connection turns out to be closed: never here.
        HttpClient http = HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .resolver(new HttpAddressFilter(rules))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()));
        int limit = Math.toIntExact(properties.responseLimit().toBytes());
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(limit))
                .build();
    }
}
