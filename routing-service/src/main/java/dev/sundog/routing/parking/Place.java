package dev.sundog.routing.parking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A place in an organization's queue, and its key in the store: all places of one organization lie together, in order. */
public record Place(String organizationId, long sequence) {

    /** The key in the store. */
    public byte[] key() {
        var organization = organizationId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + organization.length + Long.BYTES)
                .putInt(organization.length)
                .put(organization)
                .putLong(sequence)
                .array();
    }

    /** The place that a key names. */
    public static Place of(byte[] key) {
        var buffer = ByteBuffer.wrap(key);
        var organization = new byte[buffer.getInt()];
        buffer.get(organization);
        return new Place(new String(organization, StandardCharsets.UTF_8), buffer.getLong());
    }
}
