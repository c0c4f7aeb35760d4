package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Doubt;
import dev.sundog.connector.lifecycle.Flaps;
import dev.sundog.connector.lifecycle.Sight;
import dev.sundog.connector.stream.state.FlapsRow;
import dev.sundog.connector.stream.state.SightRow;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of the ticket in Halo, and of comebacks, to and from their rows. Rows of earlier versions have neither. */
final class AvroSights {

    private AvroSights() {}

    static SightRow write(Sight sight) {
        Doubt doubt = sight.doubt();
        return SightRow.newBuilder()
                .setMadeAt(sight.madeAt())
                .setReadAt(sight.readAt())
                .setStatusId(sight.statusId())
                .setAsked(sight.asked())
                .setAgentId(sight.agentId())
                .setTouched(sight.touched())
                .setFollowed(sight.followed())
                .setHinted(sight.hinted())
                .setDoubted(doubt == null ? List.of() : List.copyOf(doubt.statuses()))
                .setDoubtedUntil(doubt == null ? null : doubt.until())
                .build();
    }

    static Sight read(@Nullable SightRow row) {
        return row == null
                ? Sight.NONE
                : new Sight(
                        row.getMadeAt(),
                        row.getReadAt(),
                        row.getStatusId(),
                        row.getAsked(),
                        row.getAgentId(),
                        row.getTouched(),
                        row.getFollowed(),
                        row.getHinted(),
                        doubt(row));
    }

    private static @Nullable Doubt doubt(SightRow row) {
        Instant until = row.getDoubtedUntil();
        return until == null ? null : new Doubt(new TreeSet<>(row.getDoubted()), until);
    }

    static FlapsRow write(Flaps flaps) {
        return FlapsRow.newBuilder()
                .setRecent(flaps.recent())
                .setSince(flaps.since())
                .setCount(flaps.count())
                .build();
    }

    static Flaps read(@Nullable FlapsRow row) {
        return row == null ? Flaps.NONE : new Flaps(row.getRecent(), row.getSince(), row.getCount());
    }
}
