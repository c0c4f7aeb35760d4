package dev.sundog.console.command;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.problem.ShortTexts;
import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes commands. Whether the ticket can do it is for delivery to say: only it knows how the ticket stands. */
final class CommandDesk {

    private static final List<String> KNOWN = List.of("commandId", "requestedBy", "reason");

    private final ConfigurationStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    CommandDesk(ConfigurationStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a command.
     *
     * @param ticketKey begins with the id of its connection
     * @param given {@code commandId}, by which the same command sent twice counts once, {@code requestedBy}, {@code reason}; each
     *     may be missing
     */
    CommandOutcome take(String ticketKey, CommandKind kind, Map<String, ?> given) {
        var errors = ShortTexts.check(given, KNOWN);
        if (!errors.isEmpty()) {
            return new CommandOutcome.Invalid(errors.toList());
        }
        var outcome = store.alone(() -> connectionOf(ticketKey)
                .<CommandOutcome>map(connection -> taken(ticketKey, kind, given, connection))
                .orElseGet(CommandOutcome.UnknownTicket::new));
        outbox.wake();
        return outcome;
    }

    private CommandOutcome taken(String ticketKey, CommandKind kind, Map<String, ?> given, Stored connection) {
        var commandId = ShortTexts.text(given, "commandId")
                .orElseGet(() -> UUID.randomUUID().toString());
        var command = new LinkedHashMap<String, Object>();
        command.put("commandId", commandId);
        command.put("tenantId", connection.document().fields().getOrDefault("tenantId", ""));
        command.put("connectionId", connection.id());
        command.put("ticketKey", ticketKey);
        command.put("kind", kind.name());
        command.put("requestedBy", ShortTexts.text(given, "requestedBy").orElse("console"));
        ShortTexts.text(given, "reason").ifPresent(reason -> command.put("reason", reason));
        command.put("requestedAt", clock.instant().toString());
        outbox.add(new Outbox.Change(Topics.TICKET_COMMANDS.name(), ticketKey, 1, Optional.of(command)));
        return new CommandOutcome.Taken(commandId, ticketKey, kind);
    }

    private Optional<Stored> connectionOf(String ticketKey) {
        int slash = ticketKey.indexOf('/');
        return slash <= 0 ? Optional.empty() : store.find(Kind.CONNECTION, ticketKey.substring(0, slash));
    }
}
