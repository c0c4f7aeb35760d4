package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The latest 20,000 requests to API and tokens, in the order they ended. Safe from any thread. */
public final class Journal {

    private static final int CAPACITY = 20_000;
    private static final Pattern SECRET = Pattern.compile("secret|token|password|hmac|authorization");

    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    synchronized void add(JournalEntry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    static String masked(Call call) {
        if (call.query().isEmpty()) {
            return call.path();
        }
        StringBuilder masked = new StringBuilder(call.path());
        char before = '?';
        for (Map.Entry<String, String> one : new TreeMap<>(call.query()).entrySet()) {
            boolean secret = SECRET.matcher(one.getKey()).find();
            masked.append(before).append(one.getKey()).append('=').append(secret ? "***" : one.getValue());
            before = '&';
        }
        return masked.toString();
    }
}
