package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The control of one tenant over HTTP, under {@code /_sim}. */
public final class ControlDesk {

    private final Map<String, Function<Call, Answer>> wishes = new LinkedHashMap<>();
    private final Journal journal;
    private final Faults faults;
    private final Switches switches;

    public ControlDesk(Journal journal, Faults faults, Switches switches) {
        this.journal = journal;
        this.faults = faults;
        this.switches = switches;
        offer("GET health", _ -> Answer.json(200, Map.of("status", "UP")));
        offer("GET journal", this::journal);
        offer("DELETE journal", journal::clear);
        offer("GET faults", _ -> Answer.json(200, Map.of("faults", faults.toJson())));
        offer("POST faults", call -> addFaults(call.body()));
        offer("DELETE faults", faults::clear);
        offer("GET options", _ -> Answer.json(200, switches.all()));
        offer("PUT options", call -> setOptions(call.body()));
    }

    /**
     * Adds a control.
     *
     * @param wish method and path below {@code /_sim}, for example {@code POST reset}
     * @param deed may throw IllegalArgumentException with what is wrong with the request
     */
    public void offer(String wish, Function<Call, Answer> deed) {
        wishes.put(wish, deed);
    }

    /** Adds a control that has nothing to say. */
    public void offer(String wish, Runnable deed) {
        offer(wish, _ -> {
            deed.run();
            return Answer.empty(204);
        });
    }

    /** Answers 400 with the reason in {@code error} to what it does not understand. */
    public Answer answer(Call call) {
        List<String> segments = call.segments();
        String wish = call.method() + " " + String.join("/", segments.subList(1, segments.size()));
        Function<Call, Answer> deed = wishes.get(wish);
        if (deed == null) {
            return Answer.json(404, Map.of("error", "no control " + wish + "; known: " + wishes.keySet()));
        }
        try {
            return deed.apply(call);
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    /** The object that the body of a control is. */
    public static Map<?, ?> map(Body body) {
        return map(json(body));
    }

    private Answer journal(Call call) {
        List<Map<String, Object>> entries = JournalFilter.of(call)
                .apply(journal.entries())
                .map(JournalEntry::toJson)
                .toList();
        return Answer.json(200, Map.of("entries", entries));
    }

    private Answer addFaults(Body body) {
        Object json = json(body);
        List<Fault> added = (json instanceof List<?> list ? list : List.of(json))
                .stream().map(one -> Fault.read(map(one))).toList();
        added.forEach(faults::add);
        return Answer.json(
                201, Map.of("faults", added.stream().map(Fault::toJson).toList()));
    }

    private Answer setOptions(Body body) {
        switches.set(map(body));
        return Answer.json(200, switches.all());
    }

    private static Object json(Body body) {
        if (body instanceof Body.Json(Object value)) {
            return value;
        }
        throw new IllegalArgumentException("the body must be JSON");
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not an object: " + value);
    }
}
