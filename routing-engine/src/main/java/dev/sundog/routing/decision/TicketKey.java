package dev.sundog.routing.decision;

import dev.sundog.routing.event.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Names lasting tickets: connection, organization and group. The same name is the same ticket. */
final class TicketKey {

    private TicketKey() {}

    /**
     * Names the ticket of an event.
     *
     * @param groupBy names of the facts that events of one ticket share; the source's dedup key when empty
     */
    static String of(String connectionId, Event event, List<String> groupBy) {
        // An organization id with a slash must not read like another organization with the rest in its group.
        var organization = event.organizationId().replace("%", "%25").replace("/", "%2F");
        return connectionId + "/" + organization + "/" + group(event, groupBy);
    }

    private static String group(Event event, List<String> groupBy) {
        if (groupBy.isEmpty()) {
            return encoded(event.source()) + "/" + event.dedupKey();
        }
        return groupBy.stream()
                .map(name -> name + "=" + encoded(fact(event, name)))
                .collect(Collectors.joining("/"));
    }

    private static String fact(Event event, String name) {
        return switch (name) {
            case "kind" -> event.kind().name();
            case "source" -> event.source();
            case "dedupKey" -> event.dedupKey();
            case "severity" -> event.severity().name();
            case "title" -> event.title();
            case "category" -> event.category() == null ? "" : event.category();
            case "resource" ->
                event.resources().isEmpty() ? "" : event.resources().getFirst().id();
            default -> event.labels().getOrDefault(label(name), "");
        };
    }

    private static String label(String name) {
        return name.startsWith("labels.") ? name.substring("labels.".length()) : name;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
