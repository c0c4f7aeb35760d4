package dev.sundog.routing.silence;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Conditions;
import dev.sundog.routing.silence.RruleWindows.Layout;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A silence made ready for asking. Immutable, safe from any thread. */
final class CompiledSilence {

    private final Silence silence;
    private final Windows windows;
    private final List<Glob> resources;
    private final Conditions.Test condition;

    CompiledSilence(Silence silence, Conditions conditions) {
        this.silence = silence;
        this.windows = windows(silence);
        this.resources = silence.scope().resources().stream().map(Glob::new).toList();
        this.condition = conditions.compile(silence.when());
    }

    Silence silence() {
        return silence;
    }

    /**
     * Asks whether it holds an event, the cheap questions first.
     *
     * @param lineage the organization and those above it, nearest first
     */
    Hush ask(Event event, List<Organization> lineage, Instant now) {
        var force = force(now);
        return force.inForce() && admits(event, lineage) && condition.holds(event, lineage)
                ? new Hush.Held(silence, force.until())
                : new Hush.None();
    }

    private Force force(Instant now) {
        var endsAt = silence.endsAt();
        if (now.isBefore(silence.startsAt())) {
            return Force.NONE;
        }
        if (silence.recurrence() != null) {
            return windows.openUntil(now).map(end -> new Force(true, end)).orElse(Force.NONE);
        }
        return endsAt == null ? new Force(silence.untilResolved(), null) : new Force(now.isBefore(endsAt), endsAt);
    }

    /** The category that scopes ask for; the empty text where the event carries none. */
    static String category(Event event) {
        return event.category() == null ? "" : event.category();
    }

    private boolean admits(Event event, List<Organization> lineage) {
        var scope = silence.scope();
        return admits(scope.severities(), event.severity())
                && admits(scope.sources(), event.source())
                && admits(scope.categories(), category(event))
                && admitsResources(event)
                && (scope.organizations().isEmpty()
                        || lineage.stream()
                                .anyMatch(one -> scope.organizations().contains(one.id())));
    }

    private boolean admitsResources(Event event) {
        return resources.isEmpty()
                || event.resources().stream()
                        .anyMatch(resource -> resources.stream().anyMatch(glob -> glob.fits(resource.id())));
    }

    private static <T> boolean admits(Set<T> allowed, T value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    private static Windows windows(Silence silence) {
        var recurrence = silence.recurrence();
        if (recurrence == null) {
            return Windows.NONE;
        }
        return switch (RruleWindows.lay(recurrence, silence.startsAt(), silence.endsAt())) {
            case Layout.Ready(var windows) -> windows;
            case Layout.Refused _ -> Windows.NONE;
        };
    }

    /** Whether it is in force, and until when; without an end where that is left to the matter. */
    private record Force(boolean inForce, @Nullable Instant until) {
        static final Force NONE = new Force(false, null);
    }
}
