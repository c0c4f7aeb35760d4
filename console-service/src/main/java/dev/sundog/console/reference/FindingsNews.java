package dev.sundog.console.reference;

import dev.sundog.console.reference.Finding.Severity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log when a read of Halo makes findings appear or vanish, so that nobody has to ask for them to learn of it. A read
 * comes kind by kind; what stays as it was is told once. For one thread.
 */
final class FindingsNews {

    private static final Logger LOGGER = LoggerFactory.getLogger(FindingsNews.class);

    private final Function<String, List<Finding>> findings;
    private final Map<String, Map<Severity, Long>> told = new HashMap<>();

    /**
     * News of all connections.
     *
     * @param findings what is found through a connection; nothing for one that is not there
     */
    FindingsNews(Function<String, List<Finding>> findings) {
        this.findings = findings;
    }

    /** Looks at a connection of which something was read anew; true if there was something to tell. */
    boolean readAnew(String connectionId) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        findings.apply(connectionId).forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
        var before = counts.isEmpty() ? told.remove(connectionId) : told.put(connectionId, counts);
        if (counts.equals(before == null ? Map.of() : before)) {
            return false;
        }
        LOGGER.atWarn()
                .addKeyValue("connectionId", connectionId)
                .addKeyValue("errors", counts.getOrDefault(Severity.ERROR, 0L))
                .addKeyValue("warnings", counts.getOrDefault(Severity.WARNING, 0L))
                .log("what configuration names and Halo does not have is different now, see /api/v1/findings");
        return true;
    }
}
