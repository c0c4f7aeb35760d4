package dev.sundog.routing.decision;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.silence.Scope;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilencedTest {

    private static final Silence WINDOW = new Silence(
            "patch-day",
            "acme-msp",
            4,
            "Patch day",
            "ada@acme.example",
            "patches",
            NOW,
            NOW.plusSeconds(3_600),
            false,
            null,
            Scope.ALL,
            null);

    private final ConfigurationTables tables = new ConfigurationTables();
    private final Router router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));

    @BeforeEach
    void mapContoso() {
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", type(21)));
        tables.putPolicy("acme-policy", policy(rule("all", null, Action.ROUTE, TicketTemplate.NONE)));
        tables.putSilence("patch-day", WINDOW);
    }

    @Test
    void parksAloneAndUntilTheEndWhatASilenceHolds() {
        assertThat(router.decide(diskFull(), tables, NOW)).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.SILENCED);
            assertThat(parked.detail()).isEqualTo("silenced by Patch day: patches (ada@acme.example)");
            assertThat(parked.until()).isEqualTo(NOW.plusSeconds(3_600));
            assertThat(parked.wholeOrganization()).isFalse();
            assertThat(parked.trail().silence()).isEqualTo(WINDOW);
            assertThat(parked.trail().policy()).isNull();
        });
        assertThat(router.decide(diskFull(), tables, NOW.plusSeconds(3_600))).isInstanceOf(Routed.class);
    }

    @Test
    void letsPassWhatEndsItsMatterAndWhatAPersonReleased() {
        var over = router.decide(alert("e2", "contoso", true, null), tables, NOW);
        var released = router.decide(diskFull(), tables, new Circumstances(NOW, Set.of(), true));

        assertThat(over).isInstanceOf(Routed.class);
        assertThat(released)
                .isInstanceOfSatisfying(
                        Routed.class,
                        routed -> assertThat(routed.trail().silence()).isNull());
    }

    @Test
    void saysThatTheMappingIsMissingBeforeItAsksSilences() {
        assertThat(router.decide(alert("e1", "unheard-of", false, null), tables, NOW))
                .isInstanceOfSatisfying(
                        Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION));
    }

    @Test
    void parksByARuleUntilAPersonReleasesAndThenAsksTheOtherRules() {
        tables.putSilence("patch-day", null);
        tables.putPolicy(
                "acme-policy",
                policy(
                        rule("wait", null, Action.PARK, TicketTemplate.NONE),
                        rule("noise", null, Action.SUPPRESS, TicketTemplate.NONE)));

        var parked = (Parked) router.decide(diskFull(), tables, NOW);
        var released = router.decide(diskFull(), tables, Circumstances.at(NOW).byHand());

        assertThat(parked.reason()).isEqualTo(FailureReason.PARKED_BY_RULE);
        assertThat(parked.detail()).isEqualTo("parked by rule wait: because");
        assertThat(released)
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.trail().rule().id()).isEqualTo("noise"));
    }

    @Test
    void forgetsASilenceThatMovedToAnotherTenant() {
        tables.putSilence(
                "patch-day",
                new Silence(
                        "patch-day",
                        "other-msp",
                        5,
                        null,
                        "eve",
                        "x",
                        NOW,
                        null,
                        true,
                        null,
                        new Scope(Set.of(), Set.of(), List.of(), Set.of(), Set.of()),
                        null));

        assertThat(router.decide(diskFull(), tables, NOW)).isInstanceOf(Routed.class);
        assertThat(tables.silences("acme-msp")).isEmpty();
        assertThat(tables.silences()).isEqualTo(1);
    }
}
