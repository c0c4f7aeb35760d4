package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration is read by a thread of its own, so it may come between any two decisions. */
class LateConfigurationTest {

    @TempDir
    Path state;

    private Late late;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void keepsTheOrderWhereAMappingComesInTheMiddleOfALook(int looks) {
        try (var routing = new RoutingTopology(state, 1, this::late)) {
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(Topics.POLICIES, "acme-policy", policy(1));
            for (int number = 0; number < 4; number++) {
                routing.send(Topics.ALERTS, null, alert("e" + number, "northwind"));
            }
            late.hides(looks);
            routing.send(Topics.ORGANIZATIONS, "northwind", organization("northwind", 14L));

            routing.turn();
            routing.send(Topics.ALERTS, null, alert("e4", "northwind"));
            routing.turn();
            late.hides(0);
            routing.turn();

            assertThat(routing.requests())
                    .extracting(TicketRequest::getEventId)
                    .containsExactly("e0", "e1", "e2", "e3", "e4");
        }
    }

    @Test
    void looksAgainWhereAChangeCameDuringATurn() {
        try (var routing = new RoutingTopology(state, 1, this::late)) {
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(Topics.POLICIES, "acme-policy", policy(1));
            late.hides(Integer.MAX_VALUE);
            routing.send(Topics.ORGANIZATIONS, "northwind", organization("northwind", 14L));
            routing.send(Topics.ALERTS, null, alert("e0", "northwind"));
            // The turn's own look does not see it yet; the number that the turn asks for in the end is the new one.
            late.hides(1);

            routing.turn();
            routing.turn();

            assertThat(routing.requests()).extracting(TicketRequest::getEventId).containsExactly("e0");
        }
    }

    private Configuration late(Configuration inForce) {
        late = new Late(inForce);
        return late;
    }

    /** Hides organizations for so many looks; then they are there, and the numbers of changes tell of it. */
    private static final class Late implements Configuration {

        private final Configuration inForce;
        private int hidden;
        private long more;

        Late(Configuration inForce) {
            this.inForce = inForce;
        }

        void hides(int looks) {
            hidden = looks;
            more++;
        }

        @Override
        public Optional<Organization> organization(String id) {
            if (hidden > 0) {
                hidden--;
                more += hidden == 0 ? 1 : 0;
                return Optional.empty();
            }
            return inForce.organization(id);
        }

        @Override
        public Optional<Connection> connection(String id) {
            return inForce.connection(id);
        }

        @Override
        public Optional<Policy> policy(String id) {
            return inForce.policy(id);
        }

        @Override
        public Collection<Silence> silences(String tenantId) {
            return inForce.silences(tenantId);
        }

        @Override
        public long changes() {
            return inForce.changes() + more;
        }

        @Override
        public long changesAbout(String organizationId) {
            return inForce.changes() + more;
        }
    }
}
