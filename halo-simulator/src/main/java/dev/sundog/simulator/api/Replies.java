package dev.sundog.simulator.api;

import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs a batch element by element and shapes the reply: the last record alone, or all with {@code returnall=true}. */
final class Replies {

    /** One record that was written, as it is answered, and the ticket it belongs to (0 if none). */
    record Written(Map<String, Object> record, int ticketId) {}

    private final Switches switches;

    Replies(Switches switches) {
        this.switches = switches;
    }

    /** @param check why Halo would refuse the element */
    Answer batch(
            Call call,
            List<Map<String, Object>> elements,
            Function<Map<String, Object>, Optional<Answer>> check,
            Function<Map<String, Object>, Written> write) {
        if (switches.on(Switch.BATCH_ALL_OR_NOTHING)) {
            Optional<Answer> refusal =
                    elements.stream().map(check).flatMap(Optional::stream).findFirst();
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        List<Map<String, Object>> records = new ArrayList<>();
        List<Integer> tickets = new ArrayList<>();
        for (Map<String, Object> element : elements) {
            Optional<Answer> refusal = check.apply(element);
            if (refusal.isPresent()) {
                return refusal.get().touching(tickets);
            }
            Written written = write.apply(element);
            records.add(written.record());
            if (written.ticketId() > 0) {
                tickets.add(written.ticketId());
            }
        }
        boolean array = call.flag("returnall") || (records.size() == 1 && switches.on(Switch.ONE_ELEMENT_ARRAY));
        Object body = array ? records : records.getLast();
        return Answer.json(status(), body).touching(tickets);
    }

    /** Status of a successful POST. */
    int status() {
        return switches.number(Switch.CREATE_STATUS);
    }
}
