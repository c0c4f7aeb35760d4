package dev.sundog.routing.silence;

import dev.sundog.routing.customer.Directory;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Conditions;
import dev.sundog.routing.silence.RruleWindows.Layout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks silences about events. Lays out and compiles each version of a silence once. Safe from any thread.
 *
 * <p>A silence that cannot be asked holds nothing: rather a ticket too many than a matter that nobody hears of.
 */
public final class SilenceBook {

    private static final int KEPT = 10_000;

    private final Conditions conditions = new Conditions();
    private final ConcurrentMap<String, CompiledSilence> compiled = new ConcurrentHashMap<>();

    /**
     * Something that is wrong with a silence.
     *
     * @param pointer JSON pointer into its record, for example {@code /recurrence/rrule}
     */
    public record Fault(String pointer, String why) {}

    /**
     * The silence that holds an event the longest; of several that do, the one with the first id. An event that ends its matter
     * is never held.
     *
     * @param organization whom the event is about; its tenant's silences are asked, no others
     * @param ended ids of silences that ended for this matter when it was resolved
     */
    public <C extends Silences & Directory> Hush ask(
            Event event, Organization organization, C configuration, Set<String> ended, Instant now) {
        Hush.Held longest = null;
        if (event.over()) {
            return new Hush.None();
        }
        var line = line(organization, configuration);
        for (var silence : configuration.silences(organization.tenantId())) {
            if (silence.untilResolved() && ended.contains(silence.id())) {
                continue;
            }
            if (compiled(silence).ask(event, organization, line, now) instanceof Hush.Held held
                    && (longest == null || longer(held, longest))) {
                longest = held;
            }
        }
        return longest == null ? new Hush.None() : longest;
    }

    /** What is wrong with a silence that somebody wants to save: what no event could be asked about. */
    public List<Fault> faults(Silence silence) {
        var faults = new ArrayList<Fault>();
        var recurrence = silence.recurrence();
        if (recurrence != null
                && RruleWindows.lay(recurrence, silence.startsAt(), silence.endsAt())
                        instanceof Layout.Refused(var field, var why)) {
            faults.add(new Fault(field.equals("endsAt") ? "/endsAt" : "/recurrence/" + field, why));
        }
        conditions.refusal(silence.when()).ifPresent(why -> faults.add(new Fault("/when", why)));
        return List.copyOf(faults);
    }

    private CompiledSilence compiled(Silence silence) {
        var known = compiled.get(silence.id());
        if (known != null && known.silence().equals(silence)) {
            return known;
        }
        if (compiled.size() >= KEPT) {
            // Those that are gone would stay for good; those that are asked again come back.
            compiled.clear();
        }
        var fresh = new CompiledSilence(silence, conditions);
        compiled.put(silence.id(), fresh);
        return fresh;
    }

    private static boolean longer(Hush.Held one, Hush.Held other) {
        int order = end(one).compareTo(end(other));
        return order > 0
                || (order == 0 && one.silence().id().compareTo(other.silence().id()) < 0);
    }

    private static Instant end(Hush.Held held) {
        return Optional.ofNullable(held.until()).orElse(Instant.MAX);
    }

    /** The organization and those above it, looked up once and only if somebody asks. */
    private static Supplier<Set<String>> line(Organization organization, Directory directory) {
        return new Supplier<>() {
            private @Nullable Set<String> ids;

            @Override
            public Set<String> get() {
                var ready = ids;
                if (ready == null) {
                    ready = idsOf(organization, directory);
                    ids = ready;
                }
                return ready;
            }
        };
    }

    private static Set<String> idsOf(Organization organization, Directory directory) {
        var ids = new LinkedHashSet<String>();
        var next = Optional.of(organization);
        // A line that closes on itself ends where it does.
        while (next.isPresent() && ids.add(next.get().id())) {
            next = Optional.ofNullable(next.get().parentId())
                    .flatMap(directory::organization)
                    .filter(parent -> parent.tenantId().equals(organization.tenantId()));
        }
        return ids;
    }
}
