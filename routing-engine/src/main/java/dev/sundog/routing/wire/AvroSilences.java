package dev.sundog.routing.wire;

import dev.sundog.routing.event.Severity;
import dev.sundog.routing.silence.Recurrence;
import dev.sundog.routing.silence.Scope;
import dev.sundog.routing.silence.Silence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a published silence into our words. */
public final class AvroSilences {

    private AvroSilences() {}

    /**
     * The silence.
     *
     * @throws IllegalArgumentException if it names a severity that there is none of
     */
    public static Silence silence(dev.sundog.configuration.Silence from) {
        return new Silence(
                from.getId(),
                from.getTenantId(),
                from.getVersion(),
                from.getName(),
                from.getOwner(),
                from.getReason(),
                from.getStartsAt(),
                from.getEndsAt(),
                from.getUntilResolved(),
                recurrence(from.getRecurrence()),
                new Scope(
                        new HashSet<>(from.getOrganizations()),
                        new HashSet<>(from.getSources()),
                        from.getResources(),
                        new HashSet<>(from.getCategories()),
                        severities(from.getSeverities())),
                from.getWhen());
    }

    private static @Nullable Recurrence recurrence(dev.sundog.configuration.@Nullable Recurrence from) {
        return from == null
                ? null
                : new Recurrence(from.getRrule(), from.getTimeZone(), Duration.ofSeconds(from.getDurationSeconds()));
    }

    private static Set<Severity> severities(List<String> names) {
        var severities = EnumSet.noneOf(Severity.class);
        names.forEach(name -> severities.add(Severity.valueOf(name)));
        return severities;
    }
}
