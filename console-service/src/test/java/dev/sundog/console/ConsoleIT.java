package dev.sundog.console;

import dev.sundog.contract.Topics;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole console on a real database, broker and registry; started once for all that extend it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.datasource.hikari.maximum-pool-size=5",
            "sundog.halo.allow-loopback=true",
            "sundog.mapping.interval=500ms",
            "sundog.topics.prefix=it-"
        })
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
public class ConsoleIT {

    private static final String DATABASE = TestDatabase.url();
    private static final String KEYSET = TestKeyset.file().toString();

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        var kafka = KafkaExtension.kafka();
        var registry = RegistryExtension.registry();
        for (var topic : Topics.all()) {
            kafka.createTopics(2, topic.name("it-"));
            topic.value().ifPresent(schema -> registry.register(topic.name("it-") + "-value", schema));
        }
        properties.add("spring.kafka.bootstrap-servers", kafka::bootstrapServers);
        properties.add("spring.kafka.properties.schema.registry.url", registry::url);
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
        properties.add("sundog.secrets.keyset-file", () -> KEYSET);
    }
}
