package dev.sundog.console.trial;

import dev.sundog.console.problem.HttpBody;
import dev.sundog.console.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of trying: dry runs and previews. */
@RestController
class TrialController {

    private final TrialDesk desk;

    TrialController(TrialDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/policies/{id}:dryRun")
    ResponseEntity<Object> dryRun(@PathVariable String id, InputStream body) throws IOException {
        return desk.dryRun(id, HttpBody.read(body))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no policy " + id));
    }

    @PostMapping("/api/v1/tickets:preview")
    ResponseEntity<Object> preview(InputStream body) throws IOException {
        return ResponseEntity.ok(desk.preview(HttpBody.read(body)));
    }

    @ExceptionHandler(EventTopics.AwayException.class)
    ResponseEntity<Object> away(EventTopics.AwayException e) {
        return HttpProblem.answer(HttpStatus.SERVICE_UNAVAILABLE, "events-away", String.valueOf(e.getMessage()));
    }
}
