package dev.sundog.connector.reference;

import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a page into parts, and knows when a kind is at its end. */
record Pages(Reading reading, ReadTerms terms, Instant now) {

    /** Items of one part. */
    static final int PART = 500;

    Reading.Step take(ReferencePage page) {
        Reading.Progress before = reading.progress();
        ReferenceKind kind = reading.left().getFirst();
        int seen = before.seen() + page.items().size();
        Long total = page.total();
        boolean more = page.more() && !page.items().isEmpty() && (total == null || seen < total);
        boolean truncated = seen >= kind.most() && (more || (total != null && seen < total));
        boolean last = !more || truncated;
        List<List<ReferenceItem>> chunks = chunks(page.items());
        List<ReferenceNews> news = new ArrayList<>();
        for (int index = 0; index < chunks.size(); index++) {
            boolean ends = last && index == chunks.size() - 1;
            int part = before.parts() + index + 1;
            news.add(new ReferenceNews.Part(
                    terms.tenantId(),
                    reading.connectionId(),
                    kind,
                    part,
                    ends ? part : 0,
                    before.readId(),
                    before.begun(),
                    ReferencePage.Result.READ,
                    null,
                    total,
                    ends && truncated,
                    chunks.get(index)));
        }
        if (!last) {
            return new Reading.Step(reading.turned(before.with(chunks.size(), page), terms, now), news);
        }
        int parts = before.parts() + chunks.size();
        news.addAll(gone(reading.connectionId(), kind, parts + 1, reading.told().getOrDefault(kind, 0)));
        if (reading.gaps().contains(kind)) {
            news.add(new ReferenceNews.Gone(reading.connectionId(), kind, ReferenceNews.GAP));
        }
        return new Reading.Step(reading.done(parts, terms, now), news);
    }

    static List<ReferenceNews> gone(String connectionId, ReferenceKind kind, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .<ReferenceNews>mapToObj(part -> new ReferenceNews.Gone(connectionId, kind, part))
                .toList();
    }

    /** At least one, for a kind of which there is nothing is read, too. */
    private static List<List<ReferenceItem>> chunks(List<ReferenceItem> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.rangeClosed(0, (items.size() - 1) / PART)
                .mapToObj(index -> items.subList(index * PART, Math.min(items.size(), (index + 1) * PART)))
                .toList();
    }
}
