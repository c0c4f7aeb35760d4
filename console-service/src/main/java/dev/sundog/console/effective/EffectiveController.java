package dev.sundog.console.effective;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.problem.HttpProblem;
import dev.sundog.routing.effective.EffectiveValues;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers what holds for an organization, and where each value was set. */
@RestController
class EffectiveController {

    private final StoredPlaces places;

    EffectiveController(ConfigurationStore store) {
        places = new StoredPlaces(store);
    }

    @GetMapping("/api/v1/organizations/{id}:effective")
    ResponseEntity<Object> effective(@PathVariable String id) {
        return EffectiveValues.of(id, places, places)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no organization " + id));
    }
}
