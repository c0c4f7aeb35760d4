package dev.sundog.routing.wire;

/** Bytes as they came or as they go. Whoever holds them leaves them as they are. */
public final class Payload {

    private final byte[] bytes;

    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
