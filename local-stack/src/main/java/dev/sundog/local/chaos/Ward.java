package dev.sundog.local.chaos;

import dev.sundog.local.process.Patience;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Which parts are struck at the moment, so that nobody strikes or mends one twice. Safe from any thread. */
final class Ward {

    private final Set<String> brokers;
    private final Set<String> struck = new HashSet<>();

    /** @param brokers of which one at most may be struck */
    Ward(Set<String> brokers) {
        this.brokers = Set.copyOf(brokers);
    }

    /** Takes a part unless it is taken, or is a broker while another one is. */
    synchronized boolean take(String part) {
        if (brokers.contains(part) && struck.stream().anyMatch(brokers::contains)) {
            return false;
        }
        return struck.add(part);
    }

    synchronized void release(String part) {
        struck.remove(part);
    }

    synchronized Set<String> struck() {
        return Set.copyOf(struck);
    }

    /** Waits until nothing is struck any more. */
    boolean awaitEmpty(Duration atMost) {
        return Patience.await(atMost, () -> struck().isEmpty());
    }
}
