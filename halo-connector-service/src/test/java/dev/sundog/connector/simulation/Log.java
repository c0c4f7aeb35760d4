package dev.sundog.connector.simulation;

import java.util.ArrayList;
import java.util.List;

/** One partition of a topic, as those who read committed records see it. */
final class Log<T> {

    private final List<T> records = new ArrayList<>();
    private Runnable reader = () -> {};

    /** Who is woken when there is something new. */
    void readBy(Runnable wakes) {
        reader = wakes;
    }

    void append(T value) {
        records.add(value);
        reader.run();
    }

    T at(int offset) {
        return records.get(offset);
    }

    int end() {
        return records.size();
    }
}
