package dev.sundog.routing.silence;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.organization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Advice;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceIndexTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final SilenceIndex index = new SilenceIndex();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAsIfAllWereAsked(long seed) {
        var random = new Random(seed);
        var plain = new TreeMap<String, Silence>();
        var book = new SilenceBook();
        int held = 0;
        int spared = 0;

        for (int round = 0; round < 300; round++) {
            change(plain, random);
            var event = event(random);
            var lineage = lineage(random);
            var met = index.about(event, lineage);

            var indexed = book.ask(event, lineage, silences(met), Set.of("s1"), NOW);

            assertThat(indexed).isEqualTo(book.ask(event, lineage, silences(plain.values()), Set.of("s1"), NOW));
            assertThat(met).doesNotHaveDuplicates();
            held += indexed instanceof Hush.Held ? 1 : 0;
            spared += plain.size() - met.size();
        }

        assertThat(Set.copyOf(index.all())).isEqualTo(new HashSet<>(plain.values()));
        assertThat(held).isBetween(50, 290);
        assertThat(spared).isGreaterThan(300);
    }

    @Test
    void meetsFewOfManyThousands() {
        IntStream.range(0, 5_000).forEach(number -> {
            put("o" + number, new Scope(Set.of("org-" + number), Set.of(), List.of(), Set.of(), Set.of()));
            put("r" + number, new Scope(Set.of("contoso"), Set.of(), List.of("vm-" + number), Set.of(), Set.of()));
            put("c" + number, new Scope(Set.of(), Set.of(), List.of(), Set.of("category-" + number), Set.of()));
        });
        put("mine", new Scope(Set.of("contoso"), Set.of(), List.of("db-*"), Set.of(), Set.of()));
        put("all", Scope.ALL);

        assertThat(index.about(diskFull(), List.of(contoso())))
                .extracting(Silence::id)
                .containsExactlyInAnyOrder("mine", "all");
        assertThat(index.all()).hasSize(15_002);
    }

    @Test
    void keepsNothingOfWhatIsGone() {
        put("s", new Scope(Set.of("contoso"), Set.of(), List.of(), Set.of(), Set.of()));
        put("s", new Scope(Set.of(), Set.of(), List.of("db-1", "db-2"), Set.of(), Set.of()));
        var moved = index.about(diskFull(), List.of(contoso()));
        index.remove("s");
        index.remove("never-there");

        assertThat(moved).extracting(Silence::id).containsExactly("s");
        assertThat(index.about(diskFull(), List.of(contoso()))).isEmpty();
        assertThat(index.all()).isEmpty();
    }

    private void change(Map<String, Silence> plain, Random random) {
        var id = "s" + random.nextInt(12);
        if (random.nextInt(2) == 0) {
            plain.remove(id);
            index.remove(id);
        } else {
            var silence = silence(id, scope(random), random);
            plain.put(id, silence);
            index.put(silence);
        }
    }

    private static Scope scope(Random random) {
        return new Scope(
                some(NAMES, random),
                some(List.of("watchtower", "advisor"), random),
                List.copyOf(some(List.of("a", "b", "c*", "*"), random)),
                some(List.of("", "storage", "network"), random),
                some(List.of(Severity.values()), random));
    }

    /** Nothing in half of the cases, so that many scopes name few parts. */
    private static <T> Set<T> some(List<T> of, Random random) {
        var found = new HashSet<T>();
        if (random.nextBoolean()) {
            of.stream().filter(one -> random.nextBoolean()).forEach(found::add);
        }
        return found;
    }

    private static Silence silence(String id, Scope scope, Random random) {
        return new Silence(
                id,
                "acme-msp",
                1,
                null,
                "ada",
                "maintenance",
                NOW.minusSeconds(random.nextInt(10)),
                NOW.plusSeconds(random.nextInt(-2, 10)),
                random.nextBoolean(),
                null,
                scope,
                random.nextInt(4) == 0 ? "parents.exists(p, p.id == 'b')" : null);
    }

    private static Event event(Random random) {
        return new Event(
                Kind.ALERT,
                "e",
                random.nextBoolean() ? "watchtower" : "advisor",
                "a",
                "matter",
                "FIRING",
                false,
                Severity.values()[random.nextInt(Severity.values().length)],
                "title",
                null,
                random.nextInt(3) == 0 ? null : random.nextBoolean() ? "storage" : "network",
                NOW,
                some(List.of("a", "b", "cc"), random).stream()
                        .map(id -> new Resource(id, null, null, null))
                        .toList(),
                Map.of(),
                List.of(),
                Advice.NONE,
                null,
                NOW);
    }

    private static List<Organization> lineage(Random random) {
        return NAMES.subList(random.nextInt(2), 2 + random.nextInt(2)).stream()
                .map(id -> organization(id, null, null, 12L, TicketTemplate.NONE))
                .toList();
    }

    private void put(String id, Scope scope) {
        index.put(new Silence(id, "acme-msp", 1, null, "ada", "why", NOW, null, true, null, scope, null));
    }

    private static Silences silences(Collection<Silence> all) {
        return tenantId -> all;
    }
}
