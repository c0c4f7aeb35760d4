package dev.sundog.console.history;

import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.HttpProblem;
import java.util.Map;
import java.util.Optional;
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
        var wanted = PageQuery.of(query, HistoryReader.EVENT_FILTERS);
        return ResponseEntity.ok(history.events(wanted.filter(), wanted.wanted()));
    }

    @GetMapping("/tickets")
    ResponseEntity<Object> tickets(@RequestParam Map<String, String> query) {
        var wanted = PageQuery.of(query, HistoryReader.TICKET_FILTERS);
        return ResponseEntity.ok(history.tickets(wanted.filter(), wanted.wanted()));
    }

    @GetMapping("/lanes")
    ResponseEntity<Object> lanes(@RequestParam Map<String, String> query) {
        var wanted = PageQuery.of(query, HistoryReader.LANE_FILTERS);
        return ResponseEntity.ok(history.lanes(wanted.filter(), wanted.wanted()));
    }
}
