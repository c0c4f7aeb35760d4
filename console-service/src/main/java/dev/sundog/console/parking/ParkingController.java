package dev.sundog.console.parking;

import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.HttpProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of what waits: lists, and {@code POST /api/v1/parked/{organizationId}/{eventId}:release}. */
@RestController
@RequestMapping("/api/v1")
class ParkingController {

    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 100_000;

    private final Parked parked;
    private final ParkingDesk desk;

    ParkingController(Parked parked, ParkingDesk desk) {
        this.parked = parked;
        this.desk = desk;
    }

    @GetMapping("/parked")
    ResponseEntity<Object> parked(@RequestParam Map<String, String> query) {
        return list(query, Parked.FILTERS, parked::list, parked::count);
    }

    @GetMapping("/unmapped")
    ResponseEntity<Object> unmapped(@RequestParam Map<String, String> query) {
        return list(query, Parked.UNMAPPED_FILTERS, parked::unmapped, parked::unmappedCount);
    }

    @PostMapping("/parked/{organizationId}/{*target}")
    ResponseEntity<Object> command(
            @PathVariable String organizationId,
            @PathVariable String target,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        int colon = target.lastIndexOf(':');
        var verb = ParkingVerb.of(target.substring(colon + 1));
        if (colon < 2 || verb.isEmpty()) {
            return HttpProblem.answer(
                    HttpStatus.NOT_FOUND, "unknown", "a parked event can be told :release or :discard");
        }
        return answer(
                desk.take(organizationId, target.substring(1, colon), verb.get(), body == null ? Map.of() : body));
    }

    private static ResponseEntity<Object> answer(ParkingOutcome outcome) {
        return switch (outcome) {
            case ParkingOutcome.Taken taken ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(taken);
            case ParkingOutcome.Unknown() ->
                HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "no event of this name waits");
            case ParkingOutcome.Impossible(var why) -> HttpProblem.answer(HttpStatus.CONFLICT, "not-releasable", why);
            case ParkingOutcome.Ambiguous(var why) -> HttpProblem.answer(HttpStatus.CONFLICT, "ambiguous", why);
            case ParkingOutcome.Invalid invalid -> HttpProblem.answer(invalid.errors());
        };
    }

    /** Finds one page of a list. */
    private interface Pages {
        List<?> find(Map<String, String> filter, int page, int size);
    }

    private static ResponseEntity<Object> list(
            Map<String, String> query, List<String> known, Pages pages, ToLongFunction<Map<String, String>> count) {
        var errors = new ArrayList<FieldError>();
        var filter = new LinkedHashMap<>(query);
        int page = number(filter.remove("page"), "page", 0, LAST_PAGE, errors);
        int size = number(filter.remove("size"), "size", 50, LARGEST_PAGE, errors);
        if (size == 0) {
            errors.add(new FieldError("/size", "must be above zero"));
        }
        for (var name : filter.keySet()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(
                        "/" + name, "is not known; known here: page, size, " + String.join(", ", known)));
            }
        }
        if (!errors.isEmpty()) {
            return HttpProblem.answer(errors);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", pages.find(filter, page, size));
        answer.put("page", page);
        answer.put("size", size);
        answer.put("total", count.applyAsLong(filter));
        return ResponseEntity.ok(answer);
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
