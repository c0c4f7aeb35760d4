package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Halo answered: something, or an end of the call. */
public sealed interface Answer<T> {

    /** Status of the HTTP answer; null where there was none. */
    @Nullable
    Integer httpStatus();

    /** Halo did it. */
    record Got<T>(T value, @Nullable Integer httpStatus) implements Answer<T> {}

    /** It ended otherwise; never {@link CallEnd.Done}. */
    record Ended<T>(CallEnd end, @Nullable Integer httpStatus) implements Answer<T> {}

    /** The same with what was got turned into something else. */
    default <U> Answer<U> then(Function<T, Answer<U>> next) {
        return switch (this) {
            case Got<T> got -> next.apply(got.value());
            case Ended<T> ended -> new Ended<>(ended.end(), ended.httpStatus());
        };
    }
}
