package dev.sundog.routing.parking;

import dev.sundog.event.FailureReason;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the queue must know of a parked event without reading it.
 *
 * @param wholeOrganization true when the events that follow queue behind it
 * @param until when a time ends it, in milliseconds; {@link Long#MAX_VALUE} when a person does
 * @param matter hash of the matter it is about; equal for equal matters
 * @param event hash of its id
 * @param cause hash of the silence that holds it; zero for none
 */
public record Mark(boolean wholeOrganization, FailureReason reason, long until, int matter, int event, int cause) {

    /** Bytes that a mark takes. */
    public static final int SIZE = 26;

    private static final byte FORM = 2;
    // By the hash of the name, which Java fixes: the order of an enum may change between versions, the rows outlive
    // them.
    private static final Map<Integer, FailureReason> REASONS = Stream.of(FailureReason.values())
            .collect(Collectors.toMap(reason -> reason.name().hashCode(), reason -> reason));

    /** The value of a store's row: the mark, then the event. */
    public byte[] before(byte[] parked) {
        return ByteBuffer.allocate(SIZE + parked.length)
                .put(FORM)
                .put((byte) (wholeOrganization ? 1 : 0))
                .putInt(reason.name().hashCode())
                .putLong(until)
                .putInt(matter)
                .putInt(event)
                .putInt(cause)
                .put(parked)
                .array();
    }

    /** The mark at the head of a row. */
    public static Mark of(byte[] row) {
        var buffer = ByteBuffer.wrap(row);
        if (buffer.get() != FORM) {
            throw new IllegalArgumentException("row of a parked event in an unknown form");
        }
        boolean whole = buffer.get() == 1;
        var reason = REASONS.getOrDefault(buffer.getInt(), FailureReason.OUTCOME_UNKNOWN);
        return new Mark(whole, reason, buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getInt());
    }
}
