package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Input;
import dev.sundog.delivery.TicketCommand;
import java.util.Optional;

/** Commands of people from their form on {@code ticket-commands-v1}. */
final class AvroCommands {

    private AvroCommands() {}

    /** Empty for a command that this version does not know. */
    static Optional<Input.Commanded> read(TicketCommand avro) {
        return switch (avro.getKind()) {
            case RETRY -> command(avro, Input.Command.RETRY);
            case DISCARD -> command(avro, Input.Command.DISCARD);
            case RECREATE -> command(avro, Input.Command.RECREATE);
            case UNSUPPORTED -> Optional.empty();
        };
    }

    private static Optional<Input.Commanded> command(TicketCommand avro, Input.Command command) {
        return Optional.of(
                new Input.Commanded(avro.getCommandId(), avro.getTenantId(), command, avro.getRequestedBy()));
    }
}
