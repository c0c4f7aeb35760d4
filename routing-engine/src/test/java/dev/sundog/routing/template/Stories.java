package dev.sundog.routing.template;

import dev.sundog.routing.Examples;
import dev.sundog.routing.event.Advice;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Requester;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Saving;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events that are hard to tell. */
final class Stories {

    /** Every kind of mischief that text from outside was seen to carry, or could. */
    static final String MISCHIEF =
            "</p><script>alert('x')</script> {{title}} <img src=x onerror=alert(1)> \u202Egnp.exe\u202C"
                    + " \u0000\u001B[31mred\u0007 \uD83D broken \uDE00 \uFFFF end \uFEFF& \"quoted\"\u2028next";

    private Stories() {}

    /** More of everything than a ticket holds. */
    static Event endless() {
        var labels =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(n -> "label-%03d".formatted(n), n -> "v" + n));
        labels.put("startsAt", "2026-11-21T19:58:30.5Z");
        labels.put("backup.lastGood", "2026-11-20T23:00:00+01:00");
        return event(
                "Backup of many machines failed",
                "One line of many.\n".repeat(700),
                IntStream.range(0, 1_000)
                        .mapToObj(n -> new Resource(
                                "vm-" + n, "virtual-machine", "Machine " + n, "https://portal.example/" + n))
                        .toList(),
                labels,
                IntStream.range(0, 40)
                        .mapToObj(n -> new Link("https://wiki.example/" + n, "Page " + n))
                        .toList());
    }

    /** Mischief everywhere, in two directions of writing. */
    static Event hostile() {
        return event(
                "גיבוי " + MISCHIEF,
                MISCHIEF + "\r\nשורה שנייה\r\n\tيوم واحد",
                IntStream.range(0, 1_000)
                        .mapToObj(n -> new Resource(
                                "<b>" + n + "</b>",
                                MISCHIEF,
                                "\u202Eשרת " + n,
                                n % 2 == 0 ? "javascript:alert(1)" : "https://ok.example/?a=<b>&c=\"d\""))
                        .toList(),
                new TreeMap<>(Map.of("<i>label</i>", MISCHIEF, "style", "x\" onmouseover=\"alert(1)")),
                List.of(
                        new Link("javascript:alert(1)", "Click"),
                        new Link("JaVaScRiPt:alert(1)", "Click"),
                        new Link("data:text/html,<script>alert(1)</script>", "Click"),
                        new Link("//evil.example", "Click"),
                        new Link("https://portal.example@evil.example/", "Portal"),
                        new Link("https://ok.example/a b|c#d#\u202Ee", MISCHIEF)));
    }

    static Event event(
            String title, String description, List<Resource> resources, Map<String, String> labels, List<Link> links) {
        var usual = Examples.rightsize(0);
        return new Event(
                usual.kind(),
                usual.eventId(),
                usual.source(),
                usual.organizationId(),
                usual.dedupKey(),
                usual.status(),
                usual.over(),
                usual.severity(),
                title,
                description,
                usual.category(),
                Instant.parse("2026-11-21T20:00:00Z"),
                resources,
                labels,
                links,
                new Advice(
                        description,
                        title,
                        new Saving(new BigDecimal("1234567.80"), "EUR", "YEARLY"),
                        new Requester(title, title)),
                null,
                usual.acceptedAt());
    }
}
