package dev.sundog.gateway.source;

import dev.sundog.gateway.settings.GatewayProperties;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the directory of senders from the settings. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    private static final Logger LOGGER = LoggerFactory.getLogger(SourceConfiguration.class);

    @Bean
    SourceDirectory sourceDirectory(GatewayProperties properties) {
        if (properties.apiKeys().isEmpty()) {
            LOGGER.atWarn().log("no API key is set under sundog.gateway.api-keys: every request gets 401");
        }
        return new ApiKeys(
                properties.apiKeys().stream().map(SourceConfiguration::entry).toList());
    }

    @Bean
    HttpSenders httpSenders(SourceDirectory directory) {
        return new HttpSenders(directory);
    }

    private static ApiKeys.Entry entry(GatewayProperties.ApiKey key) {
        var hash = HexFormat.of().parseHex(key.hash().substring("sha256:".length()));
        return new ApiKeys.Entry(hash, new Sender(key.id(), key.tenantId(), key.organizations(), key.sources()));
    }
}
