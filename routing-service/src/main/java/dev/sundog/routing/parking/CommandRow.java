package dev.sundog.routing.parking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a command: that it was taken, and how far it is carried out.
 *
 * @param takenAt when it was taken
 * @param command what is still to be carried out, on the places of its organization from next to before; null when nothing is
 */
public record CommandRow(Instant takenAt, @Nullable Command command, long next, long before) {

    /** A command that is carried out or refused. */
    public static CommandRow done(Instant takenAt) {
        return new CommandRow(takenAt, null, 0, 0);
    }

    /** The row as bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(takenAt.toEpochMilli());
            out.writeBoolean(command != null);
            if (command != null) {
                out.writeLong(next);
                out.writeLong(before);
                write(out, command);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The row that was written as bytes. */
    public static CommandRow of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var takenAt = Instant.ofEpochMilli(in.readLong());
            return in.readBoolean() ? pending(takenAt, in) : done(takenAt);
        } catch (IOException broken) {
            throw new UncheckedIOException("row of a command in an unknown form", broken);
        }
    }

    private static CommandRow pending(Instant takenAt, DataInputStream in) throws IOException {
        long next = in.readLong();
        long before = in.readLong();
        var command = new Command(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                optional(in),
                optional(in),
                Command.Kind.valueOf(in.readUTF()),
                in.readUTF(),
                optional(in),
                Instant.ofEpochMilli(in.readLong()));
        return new CommandRow(takenAt, command, next, before);
    }

    private static void write(DataOutputStream out, Command command) throws IOException {
        out.writeUTF(command.commandId());
        out.writeUTF(command.tenantId());
        out.writeUTF(command.organizationId());
        optional(out, command.eventId());
        optional(out, command.source());
        out.writeUTF(command.kind().name());
        out.writeUTF(command.requestedBy());
        optional(out, command.reason());
        out.writeLong(command.requestedAt().toEpochMilli());
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
