package dev.sundog.avro;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The registry could not be asked, or did not answer as a registry does. Nothing is known about the record: wait and try
 * again, never send it to the dead letters.
 *
 * <p>A consumer wraps it in Kafka's {@code RecordDeserializationException}, Spring in its {@code DeserializationException}:
 * look for it with {@link #isBehind}. A producer hands it out through the future of {@code send}.
 */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message) {
        super(message);
    }

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure is this one, or was caused by it. */
    public static boolean isBehind(@Nullable Throwable failure) {
        Throwable link = failure;
        // A chain of causes may be a ring.
        for (int depth = 0; link != null && depth < 50; depth++) {
            if (link instanceof RegistryUnavailableException) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
