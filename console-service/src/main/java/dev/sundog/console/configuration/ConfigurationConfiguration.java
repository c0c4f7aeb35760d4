package dev.sundog.console.configuration;

import dev.sundog.console.outbox.Outbox;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts that take changes together. */
@Configuration(proxyBeanMethods = false)
class ConfigurationConfiguration {

    @Bean
    JdbcVersions versions(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new JdbcVersions(jdbc, json, clock);
    }

    @Bean
    ConfigurationStore configurationStore(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            InstantSource clock,
            JdbcVersions versions) {
        return new JdbcConfigurationStore(jdbc, transaction, json, clock, versions);
    }

    @Bean
    ConfigurationDesk configurationDesk(
            ConfigurationStore store, Outbox outbox, SecretsProperties secrets, HaloAddressProperties addresses) {
        Map<Kind, Rules> rules = Map.of(
                Kind.POLICY,
                new PolicyRules(),
                Kind.ORGANIZATION,
                new OrganizationRules(),
                Kind.SILENCE,
                new SilenceRules(),
                Kind.CONNECTION,
                new ConnectionRules(new HaloAddress(addresses.allowLoopback())));
        var cipher = TinkSecretCipher.fromFile(secrets.keysetFile());
        return new ConfigurationDesk(store, new AvroDocumentReader(), rules, new ConnectionSecrets(cipher), outbox);
    }
}
