package dev.sundog.connector.reference;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the read of what can be chosen in one connection's Halo has come. Reading changes nothing, so a page whose answer was
 * lost is simply read again.
 *
 * @param fingerprint of the address and credentials that it began with
 * @param serial counts its calls
 * @param due when it wants its next turn; null if it wants none
 * @param callId the call that is out; null where there is none
 * @param left kinds that are to be read, the current one first; empty while it rests
 * @param progress within the current kind
 * @param told the highest part of each kind that was told; {@link ReferenceNews#GAP} alone stands in gaps
 * @param gaps kinds whose last read came to nothing
 * @param calls made since it last rested
 */
public record Reading(
        String connectionId,
        String fingerprint,
        long serial,
        @Nullable Instant due,
        @Nullable String callId,
        List<ReferenceKind> left,
        Progress progress,
        Map<ReferenceKind, Integer> told,
        List<ReferenceKind> gaps,
        int calls) {

    /** Calls of one read that go out one after the other. */
    static final int BURST = 20;

    /** How often a page is asked for whose answer does not come. */
    static final int TRIES = 3;

    static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final String NAME = "//reference";

    /**
     * Within one kind.
     *
     * @param page the page that is next, or out
     * @param parts told so far
     * @param seen items told so far
     * @param first id of the first item of the page before; null on the first page
     * @param tries of this page that brought no answer
     * @param readId identifies the read of this kind; empty before it began
     */
    public record Progress(
            int page, int parts, int seen, @Nullable Long first, int tries, String readId, Instant begun) {

        /** Nothing was asked for yet. */
        public static final Progress NONE = new Progress(1, 0, 0, null, 0, "", Instant.EPOCH);

        Progress begun(String id, Instant now) {
            return readId.isEmpty() ? new Progress(page, parts, seen, first, tries, id, now) : this;
        }

        Progress unanswered() {
            return new Progress(page, parts, seen, first, tries + 1, readId, begun);
        }

        Progress with(int moreParts, ReferencePage read) {
            Long head = read.items().isEmpty()
                    ? first
                    : Long.valueOf(read.items().getFirst().id());
            return new Progress(page + 1, parts + moreParts, seen + read.items().size(), head, 0, readId, begun);
        }
    }

    /** What a page leads to: the state after it, and what is told. */
    public record Step(Reading next, List<ReferenceNews> news) {
        public Step {
            news = List.copyOf(news);
        }
    }

    public Reading {
        left = List.copyOf(left);
        told = Map.copyOf(told);
        gaps = List.copyOf(gaps);
    }

    /** Of a connection that was never read; it rests. */
    public static Reading of(String connectionId, String fingerprint) {
        return new Reading(connectionId, fingerprint, 0, null, null, List.of(), Progress.NONE, Map.of(), List.of(), 0);
    }

    /** The same, which knows the connection as it is now. */
    public static Reading known(Reading reading, String fingerprint) {
        return new Reading(
                reading.connectionId,
                fingerprint,
                reading.serial,
                null,
                null,
                List.of(),
                Progress.NONE,
                reading.told,
                reading.gaps,
                0);
    }

    /** The name of a connection's read where tickets have their key. */
    public static String key(String connectionId) {
        return connectionId + NAME;
    }

    /** The name of this one. */
    public String key() {
        return key(connectionId);
    }

    /** Everything is to be read from the beginning; the answer of a call that is out is not waited for. */
    public Reading anew(String newFingerprint, Instant now) {
        return new Reading(
                connectionId,
                newFingerprint,
                serial,
                now,
                null,
                List.of(ReferenceKind.values()),
                Progress.NONE,
                told,
                gaps,
                0);
    }

    /** Nothing is out or to be read until then. */
    public Reading resting(@Nullable Instant until) {
        return new Reading(connectionId, fingerprint, serial, until, null, List.of(), Progress.NONE, told, gaps, 0);
    }

    /** HTTP requests that the next call may take. */
    public int requests() {
        return left.isEmpty() ? 1 : operation().requests();
    }

    /** Its next call is out. */
    public Reading asking(Instant now) {
        long next = serial + 1;
        Progress begun = progress.begun(connectionId + "-r" + next, now);
        return new Reading(
                connectionId, fingerprint, next, due, key() + "-c" + next, left, begun, told, gaps, calls + 1);
    }

    /** The call that is out. */
    public Call call(String tenantId, Instant notAfter, Instant now) {
        return new Call(
                Objects.requireNonNull(callId),
                key(),
                tenantId,
                connectionId,
                progress.tries() + 1,
                now,
                notAfter,
                key(),
                operation());
    }

    /** A page came, or Halo's word that there is none for us. */
    public Step answered(ReferencePage page, ReadTerms terms, Instant now) {
        if (page.result() != ReferencePage.Result.READ) {
            return gap(page, terms, now);
        }
        boolean same = progress.first() != null
                && !page.items().isEmpty()
                && page.items().getFirst().id() == progress.first();
        if (same) {
            ReferencePage broken =
                    ReferencePage.unread(ReferencePage.Result.FAILED, "Halo shows the same page again and again");
            return gap(broken, terms, now);
        }
        return new Pages(this, terms, now).take(page);
    }

    /** No page came. What is the lane's trouble is waited out; a page that is lost again and again is given up. */
    public Step unanswered(CallEnd end, ReadTerms terms, Instant now) {
        boolean lost = end instanceof CallEnd.Unknown;
        if (lost && progress.tries() + 1 >= TRIES) {
            String words = ((CallEnd.Unknown) end).detail();
            return gap(ReferencePage.unread(ReferencePage.Result.FAILED, words), terms, now);
        }
        Progress next = lost ? progress.unanswered() : progress;
        return new Step(with(now.plus(AFTER_FAILURE), left, next, told, gaps), List.of());
    }

    /** The connection is gone: so are all parts. */
    public List<ReferenceNews> forgotten() {
        List<ReferenceNews> gone = new ArrayList<>();
        told.forEach((kind, highest) -> gone.addAll(Pages.gone(connectionId, kind, 1, highest)));
        gaps.forEach(kind -> gone.add(new ReferenceNews.Gone(connectionId, kind, ReferenceNews.GAP)));
        return gone;
    }

    /** The kind came to an end with so many parts, zero for a gap. */
    Reading done(int parts, ReadTerms terms, Instant now) {
        ReferenceKind kind = left.getFirst();
        Map<ReferenceKind, Integer> highest = new TreeMap<>(told);
        List<ReferenceKind> open = new ArrayList<>(gaps);
        open.remove(kind);
        if (parts == 0) {
            open.add(kind);
            // A read that broke off may have told more parts than the one before.
            highest.merge(kind, progress.parts(), Math::max);
        } else {
            highest.put(kind, parts);
        }
        List<ReferenceKind> next = left.subList(1, left.size());
        if (next.isEmpty()) {
            return with(null, next, Progress.NONE, highest, open)
                    .resting(terms.wanted() ? terms.nextNight(connectionId, now) : null);
        }
        return with(paced(terms, now), next, Progress.NONE, highest, open);
    }

    /** There is another page of the kind. */
    Reading turned(Progress next, ReadTerms terms, Instant now) {
        Map<ReferenceKind, Integer> highest = new TreeMap<>(told);
        highest.merge(left.getFirst(), next.parts(), Math::max);
        return with(paced(terms, now), left, next, highest, gaps);
    }

    private Step gap(ReferencePage page, ReadTerms terms, Instant now) {
        ReferenceNews.Part gap = new ReferenceNews.Part(
                terms.tenantId(),
                connectionId,
                left.getFirst(),
                ReferenceNews.GAP,
                0,
                progress.readId(),
                progress.begun(),
                page.result(),
                page.detail(),
                null,
                false,
                List.of());
        return new Step(done(0, terms, now), List.of(gap));
    }

    private Operation.ReadReference operation() {
        return new Operation.ReadReference(left.getFirst(), progress.page());
    }

    private Instant paced(ReadTerms terms, Instant now) {
        return calls < BURST ? now : now.plus(terms.pace());
    }

    private Reading with(
            @Nullable Instant next,
            List<ReferenceKind> kinds,
            Progress within,
            Map<ReferenceKind, Integer> highest,
            List<ReferenceKind> open) {
        return new Reading(connectionId, fingerprint, serial, next, null, kinds, within, highest, open, calls);
    }
}
