package dev.sundog.console.parking;

import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.HttpProblem;
import java.util.Map;
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

/** The REST edge of what waits: lists, {@code POST /api/v1/parked/{organizationId}/{eventId}:release}, and the same for all of it. */
@RestController
@RequestMapping("/api/v1")
class ParkingController {

    private final Parked parked;
    private final ParkingDesk desk;

    ParkingController(Parked parked, ParkingDesk desk) {
        this.parked = parked;
        this.desk = desk;
    }

    @GetMapping("/parked")
    ResponseEntity<Object> parked(@RequestParam Map<String, String> query) {
        return ResponseEntity.ok(parked.list(PageQuery.of(query, Parked.FILTERS)));
    }

    @GetMapping("/unmapped")
    ResponseEntity<Object> unmapped(@RequestParam Map<String, String> query) {
        return ResponseEntity.ok(parked.unmapped(PageQuery.of(query, Parked.UNMAPPED_FILTERS)));
    }

    @PostMapping("/parked/{target}")
    ResponseEntity<Object> commandAll(
            @PathVariable String target, @RequestBody(required = false) @Nullable Map<String, Object> body) {
        int colon = target.lastIndexOf(':');
        var verb = ParkingVerb.of(target.substring(colon + 1));
        if (colon < 1 || verb.isEmpty()) {
            return HttpProblem.answer(
                    HttpStatus.NOT_FOUND, "unknown", "what waits for an organization can be told :release or :discard");
        }
        return answer(desk.takeAll(target.substring(0, colon), verb.get(), body == null ? Map.of() : body));
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
            case ParkingOutcome.Unknown(var what) -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", what);
            case ParkingOutcome.Impossible(var why) -> HttpProblem.answer(HttpStatus.CONFLICT, "not-releasable", why);
            case ParkingOutcome.Ambiguous(var why) -> HttpProblem.answer(HttpStatus.CONFLICT, "ambiguous", why);
            case ParkingOutcome.Invalid invalid -> HttpProblem.answer(invalid.errors());
        };
    }
}
