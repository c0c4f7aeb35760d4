package dev.sundog.avro;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The record can never be read: its framing, its schema or its body is wrong. It belongs with the dead letters. */
public final class UndecodableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UndecodableRecordException(String message) {
        super(message);
    }

    UndecodableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
