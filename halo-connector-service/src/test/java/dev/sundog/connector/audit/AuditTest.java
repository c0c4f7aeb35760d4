package dev.sundog.connector.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.status.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void keepsTheFirstAndCallsTheLaterOnesDoubled() {
        List<Findings.Doubled> doubled =
                Findings.of(List.of(ticket(9, "sd-a", false), ticket(7, "sd-a", false), ticket(8, "sd-b", false)));

        assertThat(doubled).containsExactly(new Findings.Doubled("sd-a", 7, List.of(9L)));
    }

    @Test
    void passesOverDoublesThatAreClosed() {
        assertThat(Findings.of(List.of(ticket(7, "sd-a", false), ticket(9, "sd-a", true))))
                .isEmpty();
    }

    @Test
    void tellsAFindingOnceAndAnotherOneWhenThereAreMore() {
        Finding two = finding(List.of(9L), Remedy.REPORT);
        Finding three = finding(List.of(9L, 11L), Remedy.REPORT);

        Audit told = Audit.of("acme-halo", NOW).found(two);

        assertThat(told.isNews(finding(List.of(9L), Remedy.REPORT))).isFalse();
        assertThat(told.isNews(three)).isTrue();
        assertThat(told.repairs()).isEmpty();
    }

    @Test
    void mergesTheLaterOnesAndClosesWhatHaloDoesNotMerge() {
        Audit audit = Audit.of("acme-halo", NOW).found(finding(List.of(9L, 11L), Remedy.MERGE));

        assertThat(audit.resting(NOW.plusSeconds(60), NOW).due()).isEqualTo(NOW);
        assertThat(audit.closingInstead().repairs())
                .containsExactly(new Repair("sd-a", 7, 9, true), new Repair("sd-a", 7, 11, false));
        assertThat(audit.repaired().repairs()).containsExactly(new Repair("sd-a", 7, 11, false));
    }

    @Test
    void checksFirstWhatWasNeverCheckedAndThenWhatWasCheckedLongestAgo() {
        AuditQueue queue = new AuditQueue(Duration.ofMinutes(2));
        queue.put(made(1, Duration.ofHours(3)).checked(NOW.minusSeconds(100)));
        queue.put(made(2, Duration.ofHours(2)).checked(NOW.minusSeconds(200)));
        queue.put(made(3, Duration.ofHours(1)));

        assertThat(ids(queue.next(2, NOW))).containsExactly(3L, 2L);
        queue.put(made(3, Duration.ofHours(1)).checked(NOW));
        assertThat(ids(queue.next(5, NOW))).containsExactly(2L, 1L, 3L);
    }

    @Test
    void checksNeitherTheNewestNorTheOld() {
        AuditQueue queue = new AuditQueue(Duration.ofMinutes(2));
        queue.put(made(1, Duration.ofSeconds(30)));
        queue.put(made(2, Duration.ofDays(8)));
        queue.put(made(3, Duration.ofDays(1)));

        assertThat(ids(queue.next(5, NOW))).containsExactly(3L);
    }

    @Test
    void looksPastOldOnesThatFillItsFront() {
        AuditQueue queue = new AuditQueue(Duration.ofMinutes(2));
        IntStream.range(0, 50).forEach(number -> queue.put(made(number, Duration.ofDays(8))));
        queue.put(made(99, Duration.ofDays(1)));

        assertThat(ids(queue.next(5, NOW))).containsExactly(99L);
    }

    private static List<Long> ids(List<KnownTicket> tickets) {
        return tickets.stream().map(KnownTicket::ticketId).toList();
    }

    private static KnownTicket made(long ticketId, Duration ago) {
        return KnownTicket.of("acme-halo", ticketId, "key", "sd-" + ticketId, NOW.minus(ago));
    }

    private static Finding finding(List<Long> later, Remedy remedy) {
        return new Finding("acme-halo", "key", "sd-a", 7, later, remedy, NOW);
    }

    private static FoundTicket ticket(long ticketId, String reference, boolean closed) {
        return new FoundTicket(ticketId, "", null, null, closed, reference, null, null, false, false, null);
    }
}
