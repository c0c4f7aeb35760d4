package dev.sundog.routing.expression;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Requester;
import dev.sundog.routing.event.Resource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of one event: the event itself, its organization and those above, the time at which it was accepted, and
 * the policy's tables. Nothing else can be read. Each fact is made when it is first asked for. For one thread.
 *
 * <p>A text that the event does not carry is the empty text, so an expression need not ask for its presence.
 */
public final class Facts {

    private final Event event;
    private final List<Organization> lineage;
    private final Setting setting;
    private final CelSteps steps = new CelSteps();
    private @Nullable List<Map<String, String>> resources;
    private @Nullable ZonedDateTime local;

    /**
     * Takes what expressions may see.
     *
     * @param lineage the organization and those above it, nearest first
     */
    public Facts(Event event, List<Organization> lineage, Setting setting) {
        this.event = event;
        this.lineage = lineage;
        this.setting = setting;
    }

    /** The event that they are about. */
    public Event event() {
        return event;
    }

    CelSteps steps() {
        return steps;
    }

    /** The value of a fact; empty for a name that is none. */
    Optional<Object> find(String name) {
        var value = name.startsWith("event.") ? ofEvent(name) : ofOthers(name);
        return Optional.ofNullable(value);
    }

    private @Nullable Object ofEvent(String name) {
        return switch (name) {
            case "event.kind" -> event.kind().name();
            case "event.id" -> event.eventId();
            case "event.source" -> event.source();
            case "event.organizationId" -> event.organizationId();
            case "event.dedupKey" -> event.dedupKey();
            case "event.status" -> event.status();
            case "event.over" -> event.over();
            case "event.severity" -> event.severity().name();
            case "event.title" -> event.title();
            case "event.description" -> text(event.description());
            case "event.category" -> text(event.category());
            case "event.occurredAt" -> event.occurredAt().toString();
            case "event.acceptedAt" -> event.acceptedAt().toString();
            case "event.labels" -> event.labels();
            case "event.resources" -> resources();
            case "event.links" -> event.links().stream().map(Facts::link).toList();
            case "event.rationale" -> text(event.advice().rationale());
            case "event.remediation" -> text(event.advice().remediation());
            case "event.estimatedSaving" -> saving();
            case "event.requestedBy" -> requester().map(who -> who.name()).orElse("");
            case "event.requesterEmail" ->
                requester().map(who -> text(who.email())).orElse("");
            default -> null;
        };
    }

    private @Nullable Object ofOthers(String name) {
        var organization = lineage.getFirst();
        return switch (name) {
            case "organization.id" -> organization.id();
            case "organization.name" -> text(organization.name());
            case "organization.tenantId" -> organization.tenantId();
            case "organization.parentId" -> text(organization.parentId());
            case "parents" -> lineage.stream().skip(1).map(Facts::organization).toList();
            case "time.hour" -> (long) local().getHour();
            case "time.minute" -> (long) local().getMinute();
            case "time.dayOfWeek" -> local().getDayOfWeek().name();
            case "time.date" -> local().toLocalDate().toString();
            case "time.businessHours" -> setting.calendar().open(local());
            default -> setting.table(name);
        };
    }

    private ZonedDateTime local() {
        var ready = local;
        if (ready == null) {
            var problems = setting.calendar().problems();
            if (!problems.isEmpty()) {
                throw new IllegalStateException("the policy's business hours are wrong: "
                        + problems.keySet().stream().sorted().findFirst().orElseThrow());
            }
            ready = setting.calendar().local(event.acceptedAt());
            local = ready;
        }
        return ready;
    }

    private List<Map<String, String>> resources() {
        var ready = resources;
        if (ready == null) {
            ready = event.resources().stream().map(Facts::resource).toList();
            resources = ready;
        }
        return ready;
    }

    private double saving() {
        var saving = event.advice().saving();
        return saving == null ? 0 : saving.amount().doubleValue();
    }

    private Optional<Requester> requester() {
        return Optional.ofNullable(event.advice().requestedBy());
    }

    private static Map<String, String> resource(Resource resource) {
        return row(Map.of(
                "id", resource.id(),
                "name", text(resource.name()),
                "type", text(resource.type()),
                "url", text(resource.url())));
    }

    private static Map<String, String> link(Link link) {
        return row(Map.of("href", link.href(), "text", text(link.text())));
    }

    private static Map<String, String> organization(Organization one) {
        return row(Map.of("id", one.id(), "name", text(one.name())));
    }

    /** Sorted by name, for an expression may walk over it, and its order must not depend on the process. */
    private static Map<String, String> row(Map<String, String> values) {
        return new TreeMap<>(values);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
