package dev.sundog.console.history;

import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.HttpProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of the history. */
@RestController
@RequestMapping("/api/v1")
class HistoryController {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 100_000;

    private final HistoryReader history;

    HistoryController(HistoryReader history) {
        this.history = history;
    }

    @GetMapping("/events/{eventId}")
    ResponseEntity<Object> event(
            @PathVariable String eventId, @RequestParam(name = "source", required = false) @Nullable String source) {
        return history.event(eventId, Optional.ofNullable(source))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() ->
                        HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "no event with this id has been seen"));
    }

    @GetMapping("/events")
    ResponseEntity<Object> events(@RequestParam Map<String, String> query) {
        return list(query, HistoryReader.EVENT_FILTERS, history::events);
    }

    @GetMapping("/tickets")
    ResponseEntity<Object> tickets(@RequestParam Map<String, String> query) {
        return list(query, HistoryReader.TICKET_FILTERS, history::tickets);
    }

    @GetMapping("/lanes")
    ResponseEntity<Object> lanes(@RequestParam Map<String, String> query) {
        return list(query, HistoryReader.LANE_FILTERS, history::lanes);
    }

    private static ResponseEntity<Object> list(
            Map<String, String> query,
            List<String> known,
            BiFunction<Map<String, String>, Page.Wanted, ? extends Page<?>> find) {
        var errors = new ArrayList<FieldError>();
        var filter = new LinkedHashMap<>(query);
        var page = number(filter.remove("page"), "page", 0, LAST_PAGE, errors);
        var size = number(filter.remove("size"), "size", 50, LARGEST_PAGE, errors);
        if (size == 0) {
            errors.add(new FieldError("/size", "must be above zero"));
        }
        for (var name : filter.keySet()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(
                        "/" + name, "is not known; known here: page, size, " + String.join(", ", known)));
            }
        }
        return errors.isEmpty()
                ? ResponseEntity.ok(find.apply(filter, new Page.Wanted(page, size)))
                : HttpProblem.answer(errors);
    }

    private static int number(@Nullable String given, String name, int otherwise, int most, List<FieldError> errors) {
        if (given == null) {
            return otherwise;
        }
        if (given.matches("\\d{1,6}") && Integer.parseInt(given) <= most) {
            return Integer.parseInt(given);
        }
        errors.add(new FieldError("/" + name, "must be a whole number from 0 to " + most));
        return otherwise;
    }
}
