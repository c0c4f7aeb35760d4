package dev.sundog.gateway.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parsed body of a request. */
public sealed interface JsonBody {

    /** One value, an object unless the sender erred. */
    record One(Item item) implements JsonBody {}

    /** An array. */
    record Many(List<Item> items) implements JsonBody {

        public Many {
            items = List.copyOf(items);
        }
    }

    /**
     * One value.
     *
     * @param value maps, lists, texts, BigDecimal, Boolean, null
     * @param bytes length in the body
     */
    record Item(@Nullable Object value, long bytes) {}
}
