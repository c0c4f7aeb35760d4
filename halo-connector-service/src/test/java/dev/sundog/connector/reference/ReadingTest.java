package dev.sundog.connector.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.call.ReferencePage.Result;
import dev.sundog.connector.reference.ReferenceNews.Gone;
import dev.sundog.connector.reference.ReferenceNews.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ReadTerms TERMS = new ReadTerms("acme-msp", true, "f1", Duration.ofSeconds(5), ZoneOffset.UTC);

    private final List<ReferenceNews> news = new ArrayList<>();
    private Reading reading = Reading.of("acme-halo", "f1").anew("f1", NOW);

    @Test
    void asksForEveryKindOnceAndThenRestsUntilTheNight() {
        List<ReferenceKind> asked = new ArrayList<>();
        while (!reading.left().isEmpty()) {
            asked.add(asked().kind());
            answer(page(1, 1, false));
        }

        assertThat(asked).containsExactly(ReferenceKind.values());
        assertThat(news)
                .hasSize(ReferenceKind.values().length)
                .allSatisfy(part -> assertThat(part)
                        .isInstanceOfSatisfying(
                                Part.class, whole -> assertThat(whole.parts()).isEqualTo(1)));
        assertThat(reading.due())
                .isBetween(Instant.parse("2026-11-22T00:30:00Z"), Instant.parse("2026-11-22T04:30:00Z"));
    }

    @Test
    void turnsPagesUntilItSawAsManyAsHaloSaysThereAre() {
        skipTo(ReferenceKind.CUSTOMER);

        answer(page(1, 200, 450L, true));
        answer(page(201, 200, 450L, true));
        assertThat(asked()).isEqualTo(new Operation.ReadReference(ReferenceKind.CUSTOMER, 3));
        answer(page(401, 50, 450L, true));

        assertThat(parts()).extracting(Part::part).containsExactly(1, 2, 3);
        assertThat(parts()).extracting(Part::parts).containsExactly(0, 0, 3);
        assertThat(parts())
                .extracting(Part::readId)
                .containsOnly(parts().getFirst().readId());
        assertThat(asked().kind()).isEqualTo(ReferenceKind.SITE);
    }

    @Test
    void cutsALongListIntoPartsOfFiveHundred() {
        skipTo(ReferenceKind.CATEGORY);

        answer(page(1, 1_001, false));

        assertThat(parts()).extracting(part -> part.items().size()).containsExactly(500, 500, 1);
        assertThat(parts()).extracting(Part::parts).containsExactly(0, 0, 3);
    }

    @Test
    void tellsThatPartsAreGoneWhenAReadHasFewerThanTheOneBefore() {
        skipTo(ReferenceKind.CATEGORY);
        answer(page(1, 1_001, false));
        reading = reading.anew("f2", NOW);
        skipTo(ReferenceKind.CATEGORY);

        answer(page(1, 3, false));

        assertThat(news)
                .filteredOn(Gone.class::isInstance)
                .containsExactly(
                        new Gone("acme-halo", ReferenceKind.CATEGORY, 2),
                        new Gone("acme-halo", ReferenceKind.CATEGORY, 3));
    }

    @Test
    void tellsOfAMissingRightBesideWhatWasReadBeforeAndGoesOnWithTheNextKind() {
        answer(ReferencePage.unread(Result.NOT_PERMITTED, "HTTP 403 without a reason"));

        assertThat(parts()).singleElement().satisfies(gap -> {
            assertThat(gap.part()).isEqualTo(ReferenceNews.GAP);
            assertThat(gap.result()).isEqualTo(Result.NOT_PERMITTED);
            assertThat(gap.detail()).contains("403");
        });
        assertThat(asked().kind()).isEqualTo(ReferenceKind.STATUS);
    }

    @Test
    void takesTheGapBackWhenTheKindIsReadAgain() {
        answer(ReferencePage.unread(Result.NOT_PERMITTED, "no"));
        reading = reading.anew("f2", NOW);
        news.clear();

        answer(page(1, 2, false));

        assertThat(news).contains(new Gone("acme-halo", ReferenceKind.TICKET_TYPE, ReferenceNews.GAP));
    }

    @Test
    void asksAgainForAPageWhoseAnswerWasLostAndGivesUpAfterThree() {
        ask();
        String first = reading.callId();
        lost();
        assertThat(reading.due()).isEqualTo(NOW.plus(Reading.AFTER_FAILURE));
        assertThat(asked()).isEqualTo(new Operation.ReadReference(ReferenceKind.TICKET_TYPE, 1));
        ask();
        assertThat(reading.callId()).isNotEqualTo(first);
        lost();
        ask();
        lost();

        assertThat(parts())
                .singleElement()
                .satisfies(gap -> assertThat(gap.result()).isEqualTo(Result.FAILED));
        assertThat(asked().kind()).isEqualTo(ReferenceKind.STATUS);
    }

    @Test
    void waitsForAsLongAsTheLaneIsInTrouble() {
        for (int tries = 0; tries < 10; tries++) {
            ask();
            step(reading.unanswered(new CallEnd.RateLimited(null), TERMS, NOW));
        }

        assertThat(news).isEmpty();
        assertThat(asked().kind()).isEqualTo(ReferenceKind.TICKET_TYPE);
    }

    @Test
    void givesUpOnAHaloThatShowsTheSamePageForEver() {
        skipTo(ReferenceKind.CUSTOMER);

        answer(page(1, 50, 1_000L, true));
        answer(page(1, 50, 1_000L, true));

        assertThat(parts().getLast().result()).isEqualTo(Result.FAILED);
        assertThat(asked().kind()).isEqualTo(ReferenceKind.SITE);
    }

    @Test
    void readsNoMoreUsersThanItsShareAndSaysSo() {
        skipTo(ReferenceKind.USER);

        for (long from = 1; !reading.left().isEmpty(); from += 100) {
            answer(page(from, 100, 80_000L, true));
        }

        assertThat(parts()).hasSize(50);
        assertThat(parts().getLast().truncated()).isTrue();
        assertThat(parts().getLast().parts()).isEqualTo(50);
    }

    @Test
    void leavesTheBudgetToTicketsWhenAReadIsLong() {
        skipTo(ReferenceKind.USER);
        for (long from = 1; from < 2_000; from += 100) {
            answer(page(from, 100, 80_000L, true));
        }

        assertThat(reading.due()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void takesAllPartsBackWhenTheConnectionIsGone() {
        answer(ReferencePage.unread(Result.NOT_PERMITTED, "no"));
        answer(page(1, 501, false));

        assertThat(reading.forgotten())
                .containsExactlyInAnyOrder(
                        new Gone("acme-halo", ReferenceKind.TICKET_TYPE, ReferenceNews.GAP),
                        new Gone("acme-halo", ReferenceKind.STATUS, 1),
                        new Gone("acme-halo", ReferenceKind.STATUS, 2));
    }

    @Test
    void readsInTheNightOfTheConnectionsOwnZone() {
        ReadTerms far = new ReadTerms("acme-msp", true, "f1", Duration.ZERO, ZoneId.of("Pacific/Auckland"));

        Instant night = far.nextNight("acme-halo", NOW);

        assertThat(night.atZone(far.zone()).getHour()).isBetween(0, 4);
        assertThat(night).isBetween(NOW, NOW.plus(Duration.ofDays(1)));
    }

    private void skipTo(ReferenceKind kind) {
        while (reading.left().getFirst() != kind) {
            answer(page(1, 1, false));
        }
        news.clear();
    }

    private List<Part> parts() {
        return news.stream()
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .toList();
    }

    private Operation.ReadReference asked() {
        return (Operation.ReadReference)
                reading.asking(NOW).call("acme-msp", NOW, NOW).operation();
    }

    private void ask() {
        reading = reading.asking(NOW);
    }

    private void answer(ReferencePage page) {
        ask();
        step(reading.answered(page, TERMS, NOW));
    }

    private void lost() {
        step(reading.unanswered(new CallEnd.Unknown("no answer in time"), TERMS, NOW));
    }

    private void step(Reading.Step step) {
        news.addAll(step.news());
        reading = step.next();
    }

    private static ReferencePage page(long from, int size, boolean more) {
        return page(from, size, null, more);
    }

    private static ReferencePage page(long from, int size, @Nullable Long total, boolean more) {
        List<ReferenceItem> items = LongStream.range(from, from + size)
                .mapToObj(id -> ReferenceItem.of(id, "n" + id))
                .toList();
        return new ReferencePage(Result.READ, null, items, total, more);
    }
}
