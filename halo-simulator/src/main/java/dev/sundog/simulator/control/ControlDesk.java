package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** The control of the simulator over HTTP, under {@code /_sim}. */
public final class ControlDesk {

    private final Journal journal;
    private final Faults faults;
    private final Switches switches;
    private final Runnable reset;
    private final Runnable revokeTokens;

    public ControlDesk(Journal journal, Faults faults, Switches switches, Runnable reset, Runnable revokeTokens) {
        this.journal = journal;
        this.faults = faults;
        this.switches = switches;
        this.reset = reset;
        this.revokeTokens = revokeTokens;
    }

    /** Answers 400 with the reason in {@code error} to what it does not understand. */
    public Answer answer(Call call) {
        List<String> segments = call.segments();
        String wish = call.method() + " " + String.join("/", segments.subList(1, segments.size()));
        try {
            return switch (wish) {
                case "GET health" -> Answer.json(200, Map.of("status", "UP"));
                case "GET journal" ->
                    Answer.json(
                            200,
                            Map.of(
                                    "entries",
                                    journal.entries().stream()
                                            .map(JournalEntry::toJson)
                                            .toList()));
                case "DELETE journal" -> done(journal::clear);
                case "GET faults" ->
                    Answer.json(
                            200,
                            Map.of(
                                    "faults",
                                    faults.all().stream().map(Fault::toJson).toList()));
                case "POST faults" -> addFaults(call.body());
                case "DELETE faults" -> done(faults::clear);
                case "GET options" -> Answer.json(200, switches.all());
                case "PUT options" -> setOptions(call.body());
                case "POST reset" -> done(reset);
                case "POST tokens/revoke" -> done(revokeTokens);
                default -> Answer.json(404, Map.of("error", "no control " + wish));
            };
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
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
        switches.set(map(json(body)));
        return Answer.json(200, switches.all());
    }

    private static Answer done(Runnable deed) {
        deed.run();
        return Answer.empty(204);
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
