package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.audit.Repair;
import dev.sundog.connector.call.CustomField;
import dev.sundog.connector.call.Payload;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.lane.Budget;
import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.Change;
import dev.sundog.connector.lifecycle.Doubt;
import dev.sundog.connector.lifecycle.Flaps;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.Making;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.Sight;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import dev.sundog.connector.storm.Storm;
import dev.sundog.connector.stream.state.AuditRow;
import dev.sundog.connector.stream.state.KnownTicketRow;
import dev.sundog.connector.stream.state.LaneRow;
import dev.sundog.connector.stream.state.PollRow;
import dev.sundog.connector.stream.state.ReadingRow;
import dev.sundog.connector.stream.state.StormRow;
import dev.sundog.connector.stream.state.TicketRow;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroStateSerdeTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final TicketRef TICKET = new TicketRef(7, "https://halo/ticket?id=7");

    @ParameterizedTest
    @MethodSource("phases")
    void keepsEveryPhaseWhole(Phase phase) {
        TicketState state = state(phase);
        Serde<TicketState> serde = AvroStateSerde.tickets();

        byte[] bytes = serde.serializer().serialize("t", state);

        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(state);
    }

    @Test
    void keepsALaneWhole() {
        Lane lane = new Lane(
                "acme-halo",
                new Budget(List.of(new Budget.Slot(AT, 3)), new Budget.Lesson(168, AT)),
                new Lane.InFlight("c1", "key", List.of("another"), AT, 3),
                new Lane.Pause(FailureReason.RATE_LIMITED, AT, 4, "Halo said so"),
                2,
                17,
                "contoso");
        Serde<Lane> serde = AvroStateSerde.lanes();

        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", lane)))
                .isEqualTo(lane);
    }

    @Test
    void keepsAStormWhole() {
        Storm storm =
                new Storm("k/~storm", "t", "c", "o", List.of(new Storm.Slot(AT, 7)), AT, 3, 980, 1_200, 1_100, AT, 4);

        assertThat(again(AvroStateSerde.storms(), storm)).isEqualTo(storm);
        assertThat(compatible(StormRow.getClassSchema(), "storm-1.avsc")).isTrue();
    }

    @Test
    void keepsErrandsWhole() {
        KnownTicket known =
                new KnownTicket("acme-halo", 7, "key", "sd-a", AT, AT.plusSeconds(1), AT.plusSeconds(2), List.of("n1"));
        Poll poll = new Poll("acme-halo", 3, AT, AT, 2, AT, AT, "c3");
        Audit audit = new Audit(
                "acme-halo", 3, AT, "c3", List.of(7L), List.of(new Repair("sd-a", 7, 8, true)), List.of("sd-a-7-8"));

        Reading reading = new Reading(
                "acme-halo",
                "f1",
                3,
                AT,
                "c3",
                List.of(ReferenceKind.CUSTOMER, ReferenceKind.SITE),
                new Reading.Progress(2, 1, 200, 7L, 1, "acme-halo-r3", AT),
                Map.of(ReferenceKind.CUSTOMER, 4),
                List.of(ReferenceKind.TEAM),
                12);

        assertThat(again(AvroStateSerde.readings(), reading)).isEqualTo(reading);
        assertThat(again(AvroStateSerde.readings(), reading.resting(null))).isEqualTo(reading.resting(null));
        assertThat(compatible(ReadingRow.getClassSchema(), "reading-1.avsc")).isTrue();
        assertThat(again(AvroStateSerde.knownTickets(), known)).isEqualTo(known);
        assertThat(again(AvroStateSerde.polls(), poll)).isEqualTo(poll);
        assertThat(again(AvroStateSerde.audits(), audit)).isEqualTo(audit);
        assertThat(compatible(KnownTicketRow.getClassSchema(), "known-ticket-1.avsc"))
                .isTrue();
        assertThat(compatible(PollRow.getClassSchema(), "poll-1.avsc")).isTrue();
        assertThat(compatible(AuditRow.getClassSchema(), "audit-1.avsc")).isTrue();
    }

    private static <T> T again(Serde<T> serde, T state) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", state));
    }

    @Test
    void readsWhatEveryReleasedVersionWroteAndTheyReadUs() {
        assertThat(compatible(TicketRow.getClassSchema(), "ticket-1.avsc")).isTrue();
        assertThat(compatible(LaneRow.getClassSchema(), "lane-1.avsc")).isTrue();
    }

    static Stream<Phase> phases() {
        Phase.Over over = new Phase.Over(TICKET, AT, Phase.Finish.CLOSED, 1, true);
        return Stream.of(
                new Phase.Idle(),
                new Phase.Folded(3, AT, null, false),
                new Phase.Folded(3, AT, TICKET, true),
                new Phase.Changing(TICKET, "c3", 1, new Change.Rewrite(10), false),
                new Phase.Wanted(1),
                new Phase.Creating("c1", 2),
                new Phase.Unsure("c1", 2, 3, 1),
                new Phase.Finding("c2", "c1", 2, 3, 1),
                new Phase.Refused(1),
                new Phase.Open(TICKET, 1, true),
                new Phase.Changing(TICKET, "c3", 1, new Change.Note(10), false),
                new Phase.Changing(TICKET, "c3", 1, new Change.Close(), true),
                new Phase.Changing(TICKET, "c3", 1, new Change.Farewell(), false),
                new Phase.Held(TICKET),
                over,
                new Phase.Over(TICKET, AT, Phase.Finish.LEFT, 0, false),
                new Phase.Reopening(over, "c4"));
    }

    private static boolean compatible(org.apache.avro.Schema current, String released) {
        org.apache.avro.Schema old = AvroStateSerde.schema(released);
        return Stream.of(
                        SchemaCompatibility.checkReaderWriterCompatibility(current, old),
                        SchemaCompatibility.checkReaderWriterCompatibility(old, current))
                .allMatch(pair -> pair.getType() == SchemaCompatibilityType.COMPATIBLE);
    }

    private static TicketFields fields() {
        return new TicketFields(
                12,
                18L,
                3L,
                21L,
                1L,
                2L,
                "Cloud Operations",
                1L,
                List.of("A>B", ""),
                List.of(new CustomField("CFx", "y")),
                1L,
                2L,
                3L,
                4L,
                77L,
                List.of(31L, 32L),
                5L,
                "Disk full",
                "<p>x</p>");
    }

    private static TicketState state(Phase phase) {
        LifeRules rules = new LifeRules(true, 9, Duration.ofSeconds(5), Duration.ofHours(1));
        Wish wish = new Wish("e1", "disk", Goal.OPEN, Severity.HIGH, AT, fields(), "<p>note</p>", rules);
        return new TicketState(
                new TicketIdentity("k", "t", "c", "o", "s"),
                2,
                phase,
                wish,
                AT,
                new TreeSet<>(List.of("disk")),
                5,
                3,
                AT,
                new Making(Payload.TRIMMED, 6L),
                new Sight(AT, AT, 2L, 9L, 4L, true, true, true, new Doubt(new TreeSet<>(Set.of(1L, 9L)), AT)),
                new Flaps(List.of(AT), AT, 3),
                List.of("e1"),
                List.of(new Cause("e1", AT, Goal.OPEN)),
                List.of("c0"),
                List.of("command-1"),
                9,
                AT,
                AT,
                FailureReason.RATE_LIMITED);
    }
}
