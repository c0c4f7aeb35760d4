package dev.sundog.local.chaos.world;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a chaos run is about.
 *
 * @param sites the connections
 * @param parties the organizations, mapped ones and one that is not
 */
public record World(List<Site> sites, List<Party> parties) {

    /** Customers that every simulated Halo has. */
    private static final List<Long> CUSTOMERS = List.of(12L, 13L, 14L);

    /** Enough that the new matters of one organization stay far below what makes a storm. */
    private static final int PARTIES_OF_A_SITE = 8;

    public World {
        sites = List.copyOf(sites);
        parties = List.copyOf(parties);
    }

    /** Three connections to three Halo tenants, eight organizations each, and one organization that nobody has mapped. */
    public static World standard() {
        var sites = List.of(
                new Site("alpha-halo", Site.FIRST_HALO, true),
                new Site("beta-halo", "beta", true),
                new Site("gamma-halo", "gamma", false));
        var mapped = sites.stream().flatMap(World::partiesOf);
        var unmapped = Stream.of(new Party("unmapped", "alpha-halo", 0));
        return new World(sites, Stream.concat(mapped, unmapped).toList());
    }

    /** The organizations whose events become tickets. */
    public List<Party> mapped() {
        return parties.stream().filter(Party::isMapped).toList();
    }

    /** The organizations whose events wait. */
    public List<Party> unmapped() {
        return parties.stream().filter(party -> !party.isMapped()).toList();
    }

    /** The connection that serves an organization. */
    public Site siteOf(String organizationId) {
        String connectionId = partyOf(organizationId).connectionId();
        return sites.stream()
                .filter(site -> site.connectionId().equals(connectionId))
                .findFirst()
                .orElseThrow();
    }

    public Party partyOf(String organizationId) {
        return parties.stream()
                .filter(party -> party.id().equals(organizationId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no organization " + organizationId));
    }

    private static Stream<Party> partiesOf(Site site) {
        String name = site.connectionId().replace("-halo", "");
        return IntStream.range(0, PARTIES_OF_A_SITE)
                .mapToObj(
                        i -> new Party(name + "-" + (i + 1), site.connectionId(), CUSTOMERS.get(i % CUSTOMERS.size())));
    }
}
