package dev.sundog.console.draft;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.HttpProblem;
import dev.sundog.console.problem.RefusedException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which events the drafts of a policy would have decided otherwise. */
@RestController
class DifferenceController {

    private final ConfigurationStore policies;
    private final DifferenceStore store;

    DifferenceController(ConfigurationStore policies, DifferenceStore store) {
        this.policies = policies;
        this.store = store;
    }

    @GetMapping("/api/v1/policies/{id}/differences")
    ResponseEntity<Object> differences(@PathVariable String id, @RequestParam Map<String, String> query) {
        var wanted = PageQuery.of(query, List.of("draftVersion"));
        var draftVersion = wanted.wanted("draftVersion").map(DifferenceController::version);
        return policies.find(Kind.POLICY, id)
                .map(policy -> policy.document().requiredText("tenantId"))
                .map(tenant -> store.page(id, tenant, draftVersion.orElse(null), wanted.wanted()))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no policy " + id));
    }

    private static long version(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw new RefusedException(List.of(new FieldError("/draftVersion", "must be the number of a draft")));
        }
        return Long.parseLong(given);
    }
}
