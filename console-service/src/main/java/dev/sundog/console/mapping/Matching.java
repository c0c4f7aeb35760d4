package dev.sundog.console.mapping;

import dev.sundog.console.mapping.Candidate.Evidence;
import dev.sundog.console.mapping.Candidate.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which customers an organization may be. Pure: the same organization and the same customers give the same proposal, whatever
 * their order.
 */
public final class Matching {

    private static final int MOST = 20;
    private static final int BONUS = 3;
    private static final double ALIKE = 0.5;

    /** Domains that anybody can have an address of: they tell nothing. */
    private static final Set<String> EVERYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.com",
            "gmx.net",
            "gmx.de",
            "web.de",
            "proton.me",
            "protonmail.com",
            "mail.com");

    /** What stands where nobody filled in an id. */
    private static final Set<String> NO_ID = Set.of("", "0", "00000000-0000-0000-0000-000000000000");

    private Matching() {}

    /** Proposes customers; those without any evidence are left out. */
    public static Proposal propose(Traits organization, Collection<Customer> customers) {
        var found = customers.stream()
                .map(customer -> candidate(organization, customer))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparingLong(Candidate::customerId))
                .toList();
        var exact = found.stream().filter(Matching::hasExact).toList();
        var several = exact.size() > 1 || sharesTheBest(found);
        var proposed = found.stream()
                .limit(MOST)
                .map(candidate -> new Candidate(
                        candidate.customerId(),
                        candidate.customerName(),
                        candidate.score(),
                        exact.size() == 1 && hasExact(candidate),
                        candidate.evidence(),
                        candidate.warnings()))
                .toList();
        return new Proposal(proposed, several);
    }

    private static boolean hasExact(Candidate candidate) {
        return candidate.evidence().stream().anyMatch(one -> one.sort().isExact());
    }

    private static boolean sharesTheBest(List<Candidate> found) {
        return found.size() > 1
                && found.get(0).evidence().getFirst().sort()
                        == found.get(1).evidence().getFirst().sort();
    }

    private static Optional<Candidate> candidate(Traits organization, Customer customer) {
        var evidence = new ArrayList<Evidence>();
        same(organization.azureTenantIds(), customer.traits().azureTenantIds()).stream()
                .filter(Matching::isId)
                .forEach(id -> add(evidence, Sort.AZURE_TENANT, id));
        organization.externalIds().forEach((system, id) -> {
            var other = customer.traits().externalIds().get(plain(system));
            if (isId(id) && other != null && other.strip().equals(id.strip())) {
                add(evidence, Sort.EXTERNAL_ID, plain(system) + " " + id.strip());
            }
        });
        var own = organization.domains().stream()
                .filter(domain -> !EVERYBODYS.contains(plain(domain)))
                .toList();
        same(own, customer.traits().domains()).forEach(domain -> add(evidence, Sort.DOMAIN, domain));
        same(own, customer.mailDomains()).forEach(domain -> add(evidence, Sort.MAIL_DOMAIN, domain));
        name(organization, customer).ifPresent(evidence::add);
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        evidence.sort(Comparator.comparing(Evidence::sort).thenComparing(Evidence::detail));
        var sorts = evidence.stream().map(Evidence::sort).distinct().count();
        var score = Math.min(100, evidence.getFirst().score() + BONUS * (int) (sorts - 1));
        return Optional.of(new Candidate(
                customer.id(), customer.name(), score, false, evidence, warnings(organization, customer)));
    }

    private static List<String> warnings(Traits organization, Customer customer) {
        var warnings = new ArrayList<String>();
        if (!customer.active()) {
            warnings.add("the customer is not in use in Halo any more");
        }
        if (contradicts(organization, customer.traits())) {
            warnings.add("the customer has another Azure tenant, or another id in a system that both name");
        }
        if (Names.mixesScripts(customer.name())
                || Names.mixesScripts(Objects.requireNonNullElse(organization.name(), ""))) {
            warnings.add("a name mixes letters of several scripts, which may be made to look like another's");
        }
        return warnings;
    }

    /** True when both say by what they are known for certain, and say different things. */
    private static boolean contradicts(Traits organization, Traits customer) {
        var tenants =
                organization.azureTenantIds().stream().filter(Matching::isId).toList();
        var others = customer.azureTenantIds().stream().filter(Matching::isId).toList();
        if (!tenants.isEmpty() && !others.isEmpty() && same(tenants, others).isEmpty()) {
            return true;
        }
        return organization.externalIds().entrySet().stream().anyMatch(own -> {
            var other = customer.externalIds().get(plain(own.getKey()));
            return isId(own.getValue())
                    && other != null
                    && isId(other)
                    && !other.strip().equals(own.getValue().strip());
        });
    }

    private static boolean isId(String text) {
        return !NO_ID.contains(text.strip());
    }

    private static Optional<Evidence> name(Traits organization, Customer customer) {
        var name = organization.name();
        if (name == null
                || Names.words(name).isEmpty()
                || Names.words(customer.name()).isEmpty()) {
            return Optional.empty();
        }
        if (Names.plain(name).equals(Names.plain(customer.name()))) {
            return Optional.of(new Evidence(Sort.NAME, Sort.NAME.score(), customer.name()));
        }
        if (Names.withoutLegalForm(name).equals(Names.withoutLegalForm(customer.name()))) {
            var sort = Sort.NAME_WITHOUT_LEGAL_FORM;
            return Optional.of(new Evidence(sort, sort.score(), customer.name()));
        }
        var likeness = Names.likeness(name, customer.name());
        var score = (int) Math.round(Sort.SIMILAR_NAME.score() * likeness);
        return likeness >= ALIKE
                ? Optional.of(new Evidence(Sort.SIMILAR_NAME, score, customer.name()))
                : Optional.empty();
    }

    private static List<String> same(Collection<String> some, Collection<String> others) {
        var plain = others.stream().map(Matching::plain).collect(Collectors.toSet());
        return some.stream()
                .map(Matching::plain)
                .filter(text -> !text.isEmpty() && plain.contains(text))
                .distinct()
                .toList();
    }

    private static void add(List<Evidence> evidence, Sort sort, String detail) {
        evidence.add(new Evidence(sort, sort.score(), detail));
    }

    /** How ids and domains are compared. */
    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
