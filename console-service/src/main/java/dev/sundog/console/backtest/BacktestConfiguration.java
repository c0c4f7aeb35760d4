package dev.sundog.console.backtest;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.trial.EventTopics;
import dev.sundog.console.trial.StoredConfiguration;
import dev.sundog.console.trial.TriedPolicies;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of back-tests together. */
@Configuration(proxyBeanMethods = false)
class BacktestConfiguration {

    @Bean
    BacktestStore backtestStore(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new JdbcBacktestStore(jdbc, json, clock);
    }

    @Bean
    BacktestRun.Parts backtestParts(EventTopics topics, BacktestStore store, InstantSource clock) {
        return new BacktestRun.Parts(topics, store, clock);
    }

    @Bean
    BacktestDesk backtestDesk(
            TriedPolicies policies, ConfigurationStore store, BacktestRun.Parts parts, BacktestProperties properties) {
        return new BacktestDesk(policies, () -> new StoredConfiguration(store), parts, properties);
    }
}
