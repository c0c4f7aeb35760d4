package dev.sundog.connector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one call has learned so far.
 *
 * <p>The caller's code waits for Halo within a method. Here it is stopped there by {@link Waiting}, and run again from its start
 * when the answer has come, with everything it learned before as it was. So the real code runs without a thread.
 */
final class Journal {

    private final List<Line> lines = new ArrayList<>();
    private int cursor;

    private static final class Line {
        private Object value;
        private boolean known;
    }

    /** The code waits for something that has not happened yet. */
    static final class Waiting extends Error {
        private static final long serialVersionUID = 1L;

        Waiting() {
            super(null, null, false, false);
        }
    }

    /** The code begins again. */
    void rewind() {
        cursor = 0;
    }

    /** Learns it the first time and remembers it. */
    <T> T once(Supplier<T> learns) {
        if (cursor == lines.size()) {
            Line line = new Line();
            lines.add(line);
            line.value = learns.get();
            line.known = true;
        }
        return value(lines.get(cursor++));
    }

    /**
     * What was answered; stops the code while nothing was.
     *
     * @param asks begins the exchange and is handed where to put its answer
     * @param then lets the code run again
     */
    <T> T await(Consumer<Consumer<T>> asks, Runnable then) {
        if (cursor == lines.size()) {
            Line line = new Line();
            lines.add(line);
            asks.accept(answer -> {
                if (!line.known) {
                    line.value = answer;
                    line.known = true;
                    then.run();
                }
            });
            throw new Waiting();
        }
        Line line = lines.get(cursor);
        if (!line.known) {
            throw new Waiting();
        }
        cursor++;
        return value(line);
    }

    /** Whether the code would wait here for something that nobody has begun. */
    boolean atEnd() {
        return cursor == lines.size();
    }

    @SuppressWarnings("unchecked") // the same code asks for the same things in the same order
    private static <T> T value(Line line) {
        return (T) line.value;
    }
}
