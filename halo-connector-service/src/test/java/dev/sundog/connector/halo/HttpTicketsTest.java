package dev.sundog.connector.halo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.Connections;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpTicketsTest {

    @Test
    void writesParentAssetsAndApprovalByHalosNames() {
        var body = body(fields(77L, List.of(31L, 32L), 5L));

        assertThat(body)
                .containsEntry("parent_id", 77L)
                .containsEntry("assets", List.of(Map.of("id", 31L), Map.of("id", 32L)))
                .containsEntry("new_approvalprocess", 5L);
    }

    @Test
    void leavesOutWhatIsNotSet() {
        var body = body(fields(null, List.of(), null));

        assertThat(body).doesNotContainKeys("parent_id", "assets", "new_approvalprocess");
    }

    @Test
    void keepsTheParentThatConfigurationNamesUnlessTheTicketBelongsBelowAnother() {
        var fields = fields(77L, List.of(), null);

        assertThat(fields.below(null).parentId()).isEqualTo(77);
        assertThat(fields.below(12L).parentId()).isEqualTo(12);
    }

    private static Map<String, Object> body(TicketFields fields) {
        var connection = Connections.of(URI.create("https://acme.example"), Lookup.THIRD_PARTY_ID);
        return HttpTickets.create(connection, new Operation.CreateTicket(fields), "sd-reference");
    }

    private static TicketFields fields(Long parentId, List<Long> assetIds, Long approvalProcessId) {
        return new TicketFields(
                12,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                parentId,
                assetIds,
                approvalProcessId,
                "Disk full",
                "<p>Disk full</p>");
    }
}
