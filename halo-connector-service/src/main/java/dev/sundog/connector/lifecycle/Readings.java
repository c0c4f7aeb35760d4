package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.lane.Want;
import dev.sundog.connector.reference.ReadTerms;
import dev.sundog.connector.reference.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The errand of reading what can be chosen in Halo: begun when a connection is seen for the first time or with another address or
 * credentials, each night, and when a person asks. Used by one thread.
 */
final class Readings {

    /** How soon a new or changed connection is noticed. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ReferencePorts ports;
    private final ErrandShelf shelf;
    private final Lanes lanes;
    private final Map<String, Reading> readings = new HashMap<>();
    private Instant nextLook = Instant.EPOCH;

    Readings(ErrandPorts ports, Lanes lanes) {
        this.ports = ports.reference();
        this.shelf = ports.shelf();
        this.lanes = lanes;
        shelf.eachReading(this::line);
    }

    /** The connections that changed what is wanted of their lane. */
    Set<String> tick(Instant now) {
        Set<String> changed = new HashSet<>();
        if (now.isBefore(nextLook)) {
            return changed;
        }
        nextLook = now.plus(LOOK);
        Collection<String> connections = ports.connections().get();
        for (String connectionId : connections) {
            ReadTerms terms = ports.terms().apply(connectionId);
            if (terms != null && look(connectionId, terms, now)) {
                changed.add(connectionId);
            }
        }
        List.copyOf(readings.keySet()).stream()
                .filter(connectionId -> ports.terms().apply(connectionId) == null)
                .forEach(this::forget);
        return changed;
    }

    /** A person wants it read; false if there is no such connection of the tenant. */
    boolean commanded(String connectionId, String tenantId, Instant now) {
        ReadTerms terms = ports.terms().apply(connectionId);
        if (terms == null || !terms.tenantId().equals(tenantId)) {
            return false;
        }
        keep(of(connectionId, terms).anew(terms.fingerprint(), now));
        return true;
    }

    @Nullable
    Call turn(String connectionId, String tenantId, Instant notAfter, Instant now) {
        Reading reading = readings.get(connectionId);
        ReadTerms terms = ports.terms().apply(connectionId);
        if (reading == null || terms == null) {
            lanes.put(connectionId, Reading.key(connectionId), null);
            return null;
        }
        if (reading.left().isEmpty() && !terms.wanted()) {
            keep(reading.resting(null));
            return null;
        }
        Reading begun = reading.left().isEmpty() ? reading.anew(terms.fingerprint(), now) : reading;
        Reading asking = begun.asking(now);
        keep(asking);
        return asking.call(tenantId, notAfter, now);
    }

    /** True if the call was ours. */
    boolean ended(String connectionId, String callId, CallEnd end, Instant now) {
        Reading reading = readings.get(connectionId);
        ReadTerms terms = ports.terms().apply(connectionId);
        if (reading == null || terms == null || !callId.equals(reading.callId())) {
            return false;
        }
        ReferencePage page = end instanceof CallEnd.Done done ? done.page() : null;
        Reading.Step step = page == null ? reading.unanswered(end, terms, now) : reading.answered(page, terms, now);
        step.news().forEach(ports.news());
        keep(step.next());
        return true;
    }

    private boolean look(String connectionId, ReadTerms terms, Instant now) {
        Reading reading = readings.get(connectionId);
        if (reading != null && reading.fingerprint().equals(terms.fingerprint())) {
            return terms.wanted() && reading.left().isEmpty() && reading.due() == null && wake(reading, terms, now);
        }
        Reading of = of(connectionId, terms);
        keep(terms.wanted() ? of.anew(terms.fingerprint(), now) : Reading.known(of, terms.fingerprint()));
        return terms.wanted();
    }

    /** It was switched on since it rests. */
    private boolean wake(Reading reading, ReadTerms terms, Instant now) {
        keep(reading.resting(terms.nextNight(reading.connectionId(), now)));
        return true;
    }

    private Reading of(String connectionId, ReadTerms terms) {
        return readings.getOrDefault(connectionId, Reading.of(connectionId, terms.fingerprint()));
    }

    private void forget(String connectionId) {
        Reading gone = readings.remove(connectionId);
        if (gone != null) {
            gone.forgotten().forEach(ports.news());
            shelf.forgetReading(connectionId);
            lanes.put(connectionId, gone.key(), null);
        }
    }

    private void keep(Reading reading) {
        shelf.put(reading);
        line(reading);
    }

    private void line(Reading reading) {
        readings.put(reading.connectionId(), reading);
        Instant due = reading.due();
        Want want = due == null || reading.callId() != null
                ? null
                : new Want(reading.key(), "", Urgency.ERRAND, due, reading.requests());
        lanes.put(reading.connectionId(), reading.key(), want);
    }
}
