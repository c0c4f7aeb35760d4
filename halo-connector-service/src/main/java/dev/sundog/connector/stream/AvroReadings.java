package dev.sundog.connector.stream;

import dev.sundog.connector.call.AvroReferenceItems;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.reference.ReferenceNews;
import dev.sundog.connector.stream.state.ReadingRow;
import dev.sundog.delivery.HaloReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of what can be chosen in Halo to and from their rows, and what is told of them to its topic. */
final class AvroReadings {

    private static final List<String> KINDS =
            Arrays.stream(ReferenceKind.values()).map(Enum::name).toList();

    private AvroReadings() {}

    /** The record's key on the topic. */
    static String key(ReferenceNews news) {
        return news.connectionId() + "/" + news.kind() + "/" + news.part();
    }

    /** The connection of a record's key. */
    static String connectionOf(String key) {
        return key.substring(0, key.lastIndexOf('/', key.lastIndexOf('/') - 1));
    }

    static HaloReference write(ReferenceNews.Part part) {
        return HaloReference.newBuilder()
                .setTenantId(part.tenantId())
                .setConnectionId(part.connectionId())
                .setKind(dev.sundog.delivery.ReferenceKind.valueOf(part.kind().name()))
                .setPart(part.part())
                .setParts(part.parts())
                .setReadId(part.readId())
                .setReadAt(part.readAt())
                .setResult(AvroReferenceItems.result(part.result()))
                .setDetail(part.detail())
                .setTotal(part.total())
                .setTruncated(part.truncated())
                .setItems(AvroReferenceItems.write(part.items()))
                .build();
    }

    static ReadingRow write(Reading reading) {
        Reading.Progress progress = reading.progress();
        Map<String, Integer> told = new HashMap<>();
        reading.told().forEach((kind, part) -> told.put(kind.name(), part));
        return ReadingRow.newBuilder()
                .setConnectionId(reading.connectionId())
                .setFingerprint(reading.fingerprint())
                .setSerial(reading.serial())
                .setDue(reading.due())
                .setCallId(reading.callId())
                .setLeft(reading.left().stream().map(Enum::name).toList())
                .setPage(progress.page())
                .setParts(progress.parts())
                .setSeen(progress.seen())
                .setFirst(progress.first())
                .setTries(progress.tries())
                .setReadId(progress.readId())
                .setBegun(progress.begun())
                .setTold(told)
                .setGaps(reading.gaps().stream().map(Enum::name).toList())
                .setCalls(reading.calls())
                .build();
    }

    static Reading read(ReadingRow row) {
        Map<ReferenceKind, Integer> told = new HashMap<>();
        row.getTold().forEach((kind, part) -> {
            if (KINDS.contains(kind)) {
                told.put(ReferenceKind.valueOf(kind), part);
            }
        });
        return new Reading(
                row.getConnectionId(),
                row.getFingerprint(),
                row.getSerial(),
                row.getDue(),
                row.getCallId(),
                kinds(row.getLeft()),
                new Reading.Progress(
                        row.getPage(),
                        row.getParts(),
                        row.getSeen(),
                        row.getFirst(),
                        row.getTries(),
                        row.getReadId(),
                        row.getBegun()),
                told,
                kinds(row.getGaps()),
                row.getCalls());
    }

    /** A kind that a later version knew and this one does not is left out. */
    private static List<ReferenceKind> kinds(List<String> names) {
        return names.stream()
                .filter(KINDS::contains)
                .map(ReferenceKind::valueOf)
                .toList();
    }
}
