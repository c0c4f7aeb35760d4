package dev.sundog.console.reference;

import dev.sundog.console.reference.Finding.Severity;
import dev.sundog.delivery.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Notes what one document of configuration says that a catalog does not have. For one thread. */
final class Checks {

    private static final int MOST_ALLOWED = 20;
    private static final int MOST = 200;

    private final Subject subject;
    private final Catalog catalog;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * The object that is looked at.
     *
     * @param connectionId through which it comes to Halo
     * @param kind sort of it, for example {@code policy}
     */
    record Subject(String connectionId, String kind, String id) {}

    Checks(Subject subject, Catalog catalog) {
        this.subject = subject;
        this.catalog = catalog;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Catalog catalog() {
        return catalog;
    }

    /** A number that Halo must have. */
    void number(ReferenceKind kind, Optional<Long> id, String at) {
        if (id.isEmpty() || !catalog.isWhole(kind)) {
            return;
        }
        var found = catalog.find(kind, id.get());
        if (found.isEmpty()) {
            add(kind, at, "Halo " + shows(kind) + " no " + word(kind) + " " + id.get(), _ -> true);
        } else if (!found.get().active()) {
            warn(at, word(kind) + " " + found.get().shown() + " is not in use in Halo any more");
        }
    }

    /** A site or user must be the customer's own, where both are known. */
    void belongs(ReferenceKind kind, Optional<Long> id, Optional<Long> customer, String at) {
        var found = id.flatMap(number -> catalog.find(kind, number));
        if (found.isEmpty() || customer.isEmpty() || found.get().customerId() == null) {
            return;
        }
        if (!Objects.equals(found.get().customerId(), customer.get())) {
            add(
                    kind,
                    at,
                    word(kind) + " " + found.get().shown() + " belongs to customer "
                            + found.get().customerId() + ", not to " + customer.get(),
                    item -> Objects.equals(item.customerId(), customer.get()));
        }
    }

    /** A name that Halo must have. */
    void name(ReferenceKind kind, Optional<String> name, String at, Predicate<Item> among) {
        if (name.isEmpty() || !catalog.isWhole(kind)) {
            return;
        }
        var there = catalog.all(kind).stream().filter(among).anyMatch(item -> Catalog.same(item.name(), name.get()));
        if (!there) {
            add(kind, at, "Halo " + shows(kind) + " no " + word(kind) + " \"" + name.get() + "\"", among);
        }
    }

    /** Something is wrong, and these could stand there. */
    void add(ReferenceKind kind, String at, String detail, Predicate<Item> among) {
        var allowed = catalog.all(kind).stream()
                .filter(Item::active)
                .filter(among)
                .map(item -> isNamed(kind) ? item.name() : item.shown())
                .limit(MOST_ALLOWED)
                .toList();
        var sure = !catalog.isStale(kind) && !dependsOnTheAgent(kind);
        note(new Finding(
                subject.connectionId(),
                sure ? Severity.ERROR : Severity.WARNING,
                subject.kind(),
                subject.id(),
                at,
                detail,
                allowed));
    }

    /** Something is wrong as far as the kind can be trusted; nothing can be proposed. */
    void add(ReferenceKind kind, String at, String detail) {
        add(kind, at, detail, _ -> false);
    }

    void warn(String at, String detail) {
        note(new Finding(
                subject.connectionId(), Severity.WARNING, subject.kind(), subject.id(), at, detail, List.of()));
    }

    private void note(Finding finding) {
        if (findings.size() < MOST && findings.stream().noneMatch(one -> Objects.equals(one, finding))) {
            findings.add(finding);
        }
    }

    static String word(ReferenceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Halo leaves out of these what our agent may not see, without a word. */
    private static boolean dependsOnTheAgent(ReferenceKind kind) {
        return switch (kind) {
            case TEAM, AGENT, CUSTOMER, SITE, USER -> true;
            case TICKET_TYPE, STATUS, SLA, PRIORITY, CATEGORY, CUSTOM_FIELD, UNSUPPORTED -> false;
        };
    }

    private static String shows(ReferenceKind kind) {
        return dependsOnTheAgent(kind) ? "shows Sundog's agent" : "has";
    }

    private static boolean isNamed(ReferenceKind kind) {
        return kind == ReferenceKind.TEAM || kind == ReferenceKind.CATEGORY || kind == ReferenceKind.CUSTOM_FIELD;
    }
}
