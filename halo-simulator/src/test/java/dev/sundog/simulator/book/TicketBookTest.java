package dev.sundog.simulator.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tickets and what is looked up in them. */
class TicketBookTest {

    private static final Instant START = Instant.parse("2026-09-25T06:00:00Z");

    private final TicketBook book = new TicketBook();
    private Instant now = START;

    /** A look-up says what a look at every ticket would say, whatever was changed before it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatALookAtEveryTicketWouldFind(long seed) {
        Random random = new Random(seed);
        List<Ticket> tickets = new ArrayList<>();

        for (int round = 0; round < 400; round++) {
            change(random, tickets);
            Wanted wanted = wanted(random);

            List<Integer> found = book.find(wanted.query()).map(Ticket::id).toList();
            TicketBook.Page page = book.find(wanted.query(), 3, 5);

            List<Integer> expected = tickets.stream()
                    .filter(wanted.predicate())
                    .map(Ticket::id)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            assertThat(found).as("seed %s round %s", seed, round).isEqualTo(expected);
            assertThat(page.count()).isEqualTo(expected.size());
            assertThat(page.tickets())
                    .extracting(Ticket::id)
                    .isEqualTo(expected.stream().skip(3).limit(5).toList());
        }
    }

    @Test
    void forgetsEverything() {
        book.create(Row.of("status_id", 1), now);
        book.find(new TicketQuery(false).whereNumber("status_id", List.of(1)));

        book.clear();

        assertThat(book.size()).isZero();
        assertThat(book.find(new TicketQuery(false), 0, 10).count()).isZero();
        assertThat(book.create(Row.of(), now).id()).isEqualTo(1001);
    }

    @Test
    void remembersEveryChangeHoweverManyThereAre() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tickets.add(book.create(Row.of("last_update", now), now));
        }

        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(1);
            tickets.get(i % 40).change(row -> row.with("last_update", now));
        }

        assertThat(book.find(new TicketQuery(false).changedSince(now.minusMillis(9))))
                .hasSize(10);
        assertThat(book.find(new TicketQuery(false).changedSince(START))).hasSize(50);
        assertThat(book.find(new TicketQuery(false).changedSince(START.plusMillis(1))))
                .hasSize(40);
    }

    private void change(Random random, List<Ticket> tickets) {
        now = now.plusMillis(random.nextInt(3));
        Ticket ticket = tickets.isEmpty() ? null : tickets.get(random.nextInt(tickets.size()));
        int kind = random.nextInt(5);
        if (ticket == null || kind < 2) {
            tickets.add(book.create(
                    Row.of(
                            "status_id",
                            random.nextInt(4),
                            "client_id",
                            random.nextInt(3),
                            "third_party_id_string",
                            "ref" + random.nextInt(6),
                            "last_update",
                            now),
                    now));
        } else if (kind == 2) {
            ticket.change(row -> row.with("deleted", !row.flag("deleted")));
        } else if (kind == 3) {
            int value = random.nextInt(3);
            ticket.change(row -> row.with("customfields", Map.of(201, value)));
        } else {
            ticket.change(row -> row.with(
                    Map.of("status_id", random.nextInt(4), "last_update", now, "client_id", random.nextInt(3))));
        }
    }

    private record Wanted(TicketQuery query, Predicate<Ticket> predicate) {

        Wanted and(TicketQuery more, Predicate<Ticket> condition) {
            return new Wanted(more, predicate.and(condition));
        }
    }

    private Wanted wanted(Random random) {
        boolean deleted = random.nextInt(8) == 0;
        TicketQuery query = new TicketQuery(deleted);
        Wanted wanted = new Wanted(query, ticket -> ticket.deleted() == deleted);
        int status = random.nextInt(5);
        int customer = random.nextInt(4);
        if (random.nextInt(3) == 0) {
            List<Integer> several = List.of(status, status + 1, status);
            wanted = wanted.and(
                    query.whereNumber("status_id", several),
                    ticket -> several.contains(ticket.row().number("status_id")));
        }
        if (random.nextInt(4) == 0) {
            wanted = wanted.and(
                    query.whereNotNumber("status_id", List.of(status)),
                    ticket -> ticket.row().number("status_id") != status);
        }
        if (random.nextInt(4) == 0) {
            wanted = wanted.and(
                    query.whereNumber("client_id", List.of(customer)),
                    ticket -> ticket.row().number("client_id") == customer);
        }
        return more(random, query, wanted);
    }

    private Wanted more(Random random, TicketQuery query, Wanted before) {
        Wanted wanted = before;
        String reference = "ref" + random.nextInt(7);
        Instant since = now.minusMillis(random.nextInt(20));
        if (random.nextInt(5) == 0) {
            wanted = wanted.and(
                    query.whereText("third_party_id_string", reference),
                    ticket -> ticket.row().text("third_party_id_string").equals(reference));
        }
        if (random.nextInt(5) == 0) {
            wanted = wanted.and(
                    query.changedSince(since),
                    ticket -> ticket.row().value("last_update") instanceof Instant at && !at.isBefore(since));
        }
        if (random.nextInt(6) == 0) {
            wanted = wanted.and(query.where(ticket -> ticket.id() % 2 == 0), ticket -> ticket.id() % 2 == 0);
        }
        if (random.nextInt(6) == 0) {
            List<Integer> ids = List.of(1003, 1001, 1100, 5);
            wanted = wanted.and(query.whereNumber("id", ids), ticket -> ids.contains(ticket.id()));
        }
        return wanted;
    }
}
