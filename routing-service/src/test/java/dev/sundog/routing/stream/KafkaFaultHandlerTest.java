package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaFaultHandlerTest {

    @TempDir
    Path state;

    @Test
    void keepsARecordThatMakesRoutingFailAndGoesOn() {
        var poison = alert("e1", "poison");
        try (var routing = failing(() -> new IllegalStateException("a fault"), 1)) {
            routing.send(Topics.ALERTS, "k", poison);
            routing.send(Topics.ALERTS, null, alert("e2", "contoso"));

            assertThat(routing.deadLetters(Topics.ALERTS)).singleElement().satisfies(dead -> {
                assertThat(dead.key()).isEqualTo("k".getBytes(UTF_8));
                assertThat(dead.value()).isEqualTo(routing.encoded(Topics.ALERTS, poison));
                assertThat(new String(
                                dead.headers().lastHeader(Headers.DEAD_REASON).value(), UTF_8))
                        .contains("a fault");
            });
            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e2");
        }
    }

    @Test
    void neverTakesAnAbsenceOfTheWorldForAFaultOfTheRecord() {
        try (var routing = failing(() -> new TimeoutException("away"), 1)) {
            assertThatThrownBy(() -> routing.send(Topics.ALERTS, "k", alert("e1", "poison")))
                    .isInstanceOf(StreamsException.class);
            assertThat(routing.deadLetters(Topics.ALERTS)).isEmpty();
        }
    }

    private RoutingTopology failing(Supplier<RuntimeException> fault, int partitions) {
        var routing = new RoutingTopology(state, partitions, tables -> new Poisoned(tables, fault));
        routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
        routing.send(Topics.POLICIES, "acme-policy", policy(1));
        routing.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
        return routing;
    }

    /** A configuration that fails on one organization. */
    private record Poisoned(Configuration tables, Supplier<RuntimeException> fault) implements Configuration {

        @Override
        public Optional<Organization> organization(String id) {
            if (id.equals("poison")) {
                throw fault.get();
            }
            return tables.organization(id);
        }

        @Override
        public Optional<Connection> connection(String id) {
            return tables.connection(id);
        }

        @Override
        public Optional<Policy> policy(String id) {
            return tables.policy(id);
        }

        @Override
        public Collection<Silence> silences(String tenantId) {
            return tables.silences(tenantId);
        }

        @Override
        public long changes() {
            return tables.changes();
        }
    }
}
