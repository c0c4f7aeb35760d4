package dev.sundog.routing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.DeletedTicketAction;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.MergedTicketAction;
import dev.sundog.configuration.PersonClosedAction;
import dev.sundog.configuration.RepeatAfterClose;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.configuration.UnsentResolution;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.routing.Examples;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.decision.TicketWriter;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.template.TicketTexts;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What a person sets about a ticket's life comes to the ticket's request as it was set. */
class LifecycleWireTest {

    private final List<SpecificRecord> sent = new ArrayList<>();

    @Test
    void carriesEverySettingFromTheConnectionToTheRequest() {
        var settings = LifecycleSettings.newBuilder()
                .setOnResolve(ResolveAction.NOTE)
                .setClosedStatusId(8L)
                .setQuietPeriodSeconds(1)
                .setReopenWindowSeconds(2)
                .setAfterReopenWindow(RepeatAfterClose.CHILD)
                .setOnUnsentResolution(UnsentResolution.CREATE_AND_CLOSE)
                .setCloseTouched(true)
                .setCloseWithinSeconds(3)
                .setNoteIntervalSeconds(4)
                .setFlapThreshold(5)
                .setFlapWindowSeconds(6)
                .setOnDeleted(DeletedTicketAction.RECREATE)
                .setOnMerged(MergedTicketAction.STOP)
                .setOnClosedByPerson(PersonClosedAction.REOPEN)
                .build();

        assertThat(requested(settings)).isEqualTo(settings);
    }

    @Test
    void leavesNothingToBeLookedUpLater() {
        var nothing = LifecycleSettings.newBuilder().build();

        var requested = requested(nothing);

        for (var field : LifecycleSettings.getClassSchema().getFields()) {
            assertThat(requested.get(field.pos())).as(field.name()).isNotNull();
        }
    }

    private LifecycleSettings requested(LifecycleSettings settings) {
        var tables = new ConfigurationTables();
        tables.putOrganization("contoso", Examples.contoso());
        tables.putConnection("acme-halo", read(settings));
        var router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
        var event = Examples.diskFull();
        var routed = (Decision.Routed) router.decide(event, tables, Examples.NOW);
        new AvroDecisionWriter("", (_, request) -> {
                    sent.add(request);
                    return new byte[0];
                })
                .request(event, routed, Examples.NOW);
        return ((TicketRequest) sent.getLast()).getLifecycle();
    }

    private static dev.sundog.routing.customer.Connection read(LifecycleSettings settings) {
        var connection = Connection.newBuilder()
                .setId("acme-halo")
                .setTenantId("acme-msp")
                .setVersion(1)
                .setResourceServer("https://halo.example")
                .setAuthorizationServer("https://halo.example/auth")
                .setClientId("id")
                .setClientSecret("sealed")
                .setDefaults(TicketTemplate.newBuilder().setLifecycle(settings).build())
                .build();
        var reader = new AvroConfigurationReader((_, _) -> connection);
        var outcome = reader.connection("connections-v1", "acme-halo", new RecordHeaders(), new byte[0]);
        return ((ReadOutcome.Read<dev.sundog.routing.customer.Connection>) outcome).value();
    }
}
