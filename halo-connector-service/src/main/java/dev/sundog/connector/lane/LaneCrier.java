package dev.sundog.connector.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Says how a lane stands when that changed, and now and then while somebody waits. A lane says nothing twice in five seconds. */
final class LaneCrier {

    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Consumer<LaneNews> listener;
    private final Map<String, LaneNews> said = new HashMap<>();

    LaneCrier(Consumer<LaneNews> listener) {
        this.listener = listener;
    }

    /** Says it if it is worth saying, and when to ask again; empty if only a change makes it worth that. */
    Optional<Instant> tell(LaneNews news) {
        LaneNews last = said.get(news.connectionId());
        Optional<Instant> moment = last == null ? Optional.of(news.at()) : moment(last, news);
        if (moment.isPresent() && !moment.get().isAfter(news.at())) {
            said.put(news.connectionId(), news);
            listener.accept(news);
            return moment(news, news);
        }
        return moment;
    }

    private static Optional<Instant> moment(LaneNews last, LaneNews news) {
        if (news.differsFrom(last)) {
            return Optional.of(last.at().plus(LEAST));
        }
        return last.pending() > 0 || news.pending() > 0 ? Optional.of(last.at().plus(MOST)) : Optional.empty();
    }
}
