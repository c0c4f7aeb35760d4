package dev.sundog.console.configuration;

import dev.sundog.console.problem.HttpProblem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of what was before: each version with who made it and why. */
@RestController
class VersionsController {

    private final ConfigurationStore store;
    private final Versions versions;

    VersionsController(ConfigurationStore store, Versions versions) {
        this.store = store;
        this.versions = versions;
    }

    @GetMapping("/api/v1/policies/{id}/history")
    ResponseEntity<Object> ofPolicy(@PathVariable String id) {
        return history(Kind.POLICY, id);
    }

    @GetMapping("/api/v1/organizations/{id}/history")
    ResponseEntity<Object> ofOrganization(@PathVariable String id) {
        return history(Kind.ORGANIZATION, id);
    }

    private ResponseEntity<Object> history(Kind kind, String id) {
        return store.find(kind, id)
                .<ResponseEntity<Object>>map(stored -> ResponseEntity.ok(Map.of("items", versions.of(stored))))
                .orElseGet(() ->
                        HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no " + kind.word() + " " + id));
    }
}
