package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the parameters of a list of actions filter. There are no system actions, so {@code excludesys} leaves everything;
 * nothing of {@code slaonly} and {@code supplieronly} is kept.
 */
final class ActionFilters {

    private ActionFilters() {}

    static Predicate<Row> of(Call call) {
        Predicate<Row> all = action -> !action.flag("_deleted");
        if (call.flag("excludeprivate") || call.flag("conversationonly")) {
            all = all.and(action -> !action.flag("hiddenfromuser"));
        }
        if (call.flag("agentonly")) {
            all = all.and(action -> action.number("who_agentid") > 0);
        }
        if (call.flag("importantonly")) {
            all = all.and(action -> action.flag("important"));
        }
        if (call.flag("timeentriesonly")) {
            all = all.and(action -> action.value("timetaken") instanceof Double hours && hours > 0);
        }
        if (call.flag("slaonly") || call.flag("supplieronly")) {
            all = all.and(_ -> false);
        }
        String outcome = call.query().getOrDefault("actoutcome", "").strip().toLowerCase(Locale.ROOT);
        if (!outcome.isEmpty()) {
            all = all.and(
                    action -> action.text("outcome").toLowerCase(Locale.ROOT).equals(outcome));
        }
        return all.and(between(call));
    }

    private static Predicate<Row> between(Call call) {
        Optional<Instant> from = date(call, "startdate");
        Optional<Instant> to = date(call, "enddate");
        return from.isEmpty() && to.isEmpty()
                ? _ -> true
                : action -> action.value("datetime") instanceof Instant at
                        && from.map(start -> !at.isBefore(start)).orElse(true)
                        && to.map(end -> !at.isAfter(end)).orElse(true);
    }

    private static Optional<Instant> date(Call call, String name) {
        String value = call.query().getOrDefault(name, "").strip();
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(FieldType.instant(value).orElseThrow(() -> RefusedException.parameter(name, value)));
    }
}
