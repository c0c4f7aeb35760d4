package dev.sundog.gateway.source;

import java.util.Optional;
import java.util.Set;

/**
 * Who sends: what an API key stands for.
 *
 * @param keyId what the key is called in logs
 * @param tenantId the tenant that the sender belongs to
 * @param organizations whom events may be about; {@code *} for all
 * @param sources which sources may be named; {@code *} for all
 */
public record Sender(String keyId, String tenantId, Set<String> organizations, Set<String> sources) {

    private static final String ALL = "*";

    public Sender {
        organizations = Set.copyOf(organizations);
        sources = Set.copyOf(sources);
    }

    /** True if events may be about the organization, and their status may be seen. */
    public boolean mayActFor(String organizationId) {
        return organizations.contains(ALL) || organizations.contains(organizationId);
    }

    /** True if events may name the source. */
    public boolean maySpeakAs(String source) {
        return sources.contains(ALL) || sources.contains(source);
    }

    /** The source of events that name none: there is one only if the key is bound to exactly one. */
    public Optional<String> onlySource() {
        return sources.size() == 1
                ? sources.stream().filter(source -> !source.equals(ALL)).findFirst()
                : Optional.empty();
    }
}
