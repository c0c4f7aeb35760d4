package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.paging.Page;
import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.HttpProblem;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.ReferenceKind;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of what can be chosen in Halo. */
@RestController
@RequestMapping("/api/v1/connections")
class ReferenceController {

    private static final String KINDS = "ticket-types, statuses, slas, priorities, teams, agents, categories,"
            + " custom-fields, customers, sites, users";

    private final ConfigurationStore configuration;
    private final ReferenceStore reference;
    private final Outbox outbox;
    private final InstantSource clock;

    ReferenceController(
            ConfigurationStore configuration, ReferenceStore reference, Outbox outbox, InstantSource clock) {
        this.configuration = configuration;
        this.reference = reference;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping("/{id}/reference")
    ResponseEntity<Object> kinds(@PathVariable String id) {
        return configuration
                .find(Kind.CONNECTION, id)
                .<ResponseEntity<Object>>map(connection -> ResponseEntity.ok(Map.of(
                        "connectionId",
                        id,
                        "kinds",
                        reference.kinds(Served.tenantOf(connection), id).stream()
                                .map(this::shown)
                                .toList())))
                .orElseGet(() -> unknown(id));
    }

    @GetMapping("/{id}/reference/{kind}")
    ResponseEntity<Object> items(
            @PathVariable String id, @PathVariable String kind, @RequestParam Map<String, String> query) {
        var page = PageQuery.of(query, List.of("search"));
        var connection = configuration.find(Kind.CONNECTION, id);
        if (connection.isEmpty()) {
            return unknown(id);
        }
        var wanted = kind(kind);
        if (wanted.isEmpty()) {
            return HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no such list; there are " + KINDS);
        }
        var search = page.wanted("search").orElse("");
        var matching = reference.items(Served.tenantOf(connection.get()), id, wanted.get()).stream()
                .filter(item -> matches(item, search))
                .toList();
        return ResponseEntity.ok(Page.cut(matching, page.wanted()));
    }

    @PostMapping("/{id}:readReference")
    ResponseEntity<Object> read(@PathVariable String id) {
        Optional<String> commandId = configuration.alone(
                () -> configuration.find(Kind.CONNECTION, id).map(this::command));
        outbox.wake();
        return commandId
                .<ResponseEntity<Object>>map(taken ->
                        ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("commandId", taken, "connectionId", id)))
                .orElseGet(() -> unknown(id));
    }

    private String command(Stored connection) {
        var commandId = UUID.randomUUID().toString();
        Map<String, Object> command = Map.of(
                "commandId",
                commandId,
                "tenantId",
                Served.tenantOf(connection),
                "connectionId",
                connection.id(),
                "kind",
                "READ_REFERENCE",
                "requestedBy",
                "console",
                "requestedAt",
                clock.instant().toString());
        outbox.add(new Outbox.Change(Topics.CONNECTION_COMMANDS.name(), connection.id(), 1, Optional.of(command)));
        return commandId;
    }

    private Map<String, @Nullable Object> shown(KindState state) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("kind", state.kind());
        shown.put("count", state.count());
        shown.put("total", state.total());
        shown.put("truncated", state.truncated());
        shown.put("readAt", state.readAt());
        shown.put(
                "stale",
                state.readAt() == null
                        || state.readAt().isBefore(clock.instant().minus(Catalog.STALE)));
        shown.put("gap", state.gap());
        return shown;
    }

    private static boolean matches(Item item, String search) {
        var wanted = search.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || String.valueOf(item.id()).equals(wanted)
                || item.name().toLowerCase(Locale.ROOT).contains(wanted)
                || (item.label() != null
                        && item.label().toLowerCase(Locale.ROOT).contains(wanted))
                || (item.email() != null
                        && item.email().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** {@code TICKET_TYPE}, {@code ticket-type} and {@code ticket-types} alike. */
    static Optional<ReferenceKind> kind(String word) {
        var plain = word.toUpperCase(Locale.ROOT).replace('-', '_');
        var candidates = List.of(
                plain, plain.replaceFirst("S$", ""), plain.replaceFirst("IES$", "Y"), plain.replaceFirst("ES$", ""));
        return Arrays.stream(ReferenceKind.values())
                .filter(kind -> kind != ReferenceKind.UNSUPPORTED && candidates.contains(kind.name()))
                .findFirst();
    }

    private static ResponseEntity<Object> unknown(String id) {
        return HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no connection " + id);
    }
}
