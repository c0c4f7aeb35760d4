package dev.sundog.local.chaos.isolation;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.load.Way;
import dev.sundog.local.chaos.world.Party;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fifty healthy connections, three sick ones for each round with sick ones, and what is sent to them.
 *
 * <p>Each such round has its own three, which are switched off when it ends: a round without them is really without.
 *
 * @param sickRounds how many rounds have sick connections
 */
public record Hospital(int sickRounds) {

    public static final int HEALTHY = 50;

    /** New matters of one connection come this often; few enough that none of them makes a storm. */
    private static final Duration BETWEEN_MATTERS = Duration.ofSeconds(4);

    private static final long CUSTOMER = 12;
    private static final int MATTERS_OF_A_ROUND = 10_000;

    /** All connections, each with one organization of the same name. */
    public World world() {
        var sites = Stream.concat(
                        healthy().stream(),
                        IntStream.range(0, sickRounds).mapToObj(this::sick).flatMap(sick -> sick.values().stream()))
                .toList();
        var parties = sites.stream()
                .map(site -> new Party(site.halo(), site.connectionId(), CUSTOMER))
                .toList();
        return new World(sites, parties);
    }

    public List<Site> healthy() {
        return IntStream.range(0, HEALTHY)
                .mapToObj(i -> site("healthy-" + (i + 1)))
                .toList();
    }

    /** The sick of one round. */
    public Map<Ailment, Site> sick(int round) {
        var sick = new EnumMap<Ailment, Site>(Ailment.class);
        for (Ailment ailment : Ailment.values()) {
            sick.put(ailment, site(ailment.name().toLowerCase(Locale.ROOT) + "-" + (round + 1)));
        }
        return sick;
    }

    /**
     * What one round sends: new matters, evenly to each connection, each connection at its own moment.
     *
     * @param number of the round, so that no two rounds speak of the same matters
     */
    public static LoadPlan plan(int number, List<Site> sites, Duration length) {
        var random = new SplittableRandom(number);
        int each = Math.toIntExact(Math.max(1, length.dividedBy(BETWEEN_MATTERS)));
        var events = IntStream.range(0, sites.size() * each)
                .mapToObj(i -> {
                    Duration at = BETWEEN_MATTERS
                            .multipliedBy(i / sites.size())
                            .plusMillis(random.nextLong(BETWEEN_MATTERS.toMillis()));
                    return event(number, i, at, sites.get(i % sites.size()));
                })
                .sorted(Comparator.comparing(PlannedEvent::at))
                .toList();
        return new LoadPlan(events);
    }

    private static PlannedEvent event(int round, int number, Duration at, Site site) {
        int matter = round * MATTERS_OF_A_ROUND + number;
        return new PlannedEvent(
                at, "isolation-" + matter, matter, Way.HTTP, Fate.TICKETED, false, false, site.halo(), "", "MEDIUM");
    }

    private static Site site(String name) {
        return new Site(name, name, true);
    }
}
