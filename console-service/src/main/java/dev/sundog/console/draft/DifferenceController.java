package dev.sundog.console.draft;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.problem.HttpProblem;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which events the drafts of a policy would have decided otherwise. */
@RestController
class DifferenceController {

    private static final int LARGEST_PAGE = 500;

    private final ConfigurationStore policies;
    private final DifferenceStore store;

    DifferenceController(ConfigurationStore policies, DifferenceStore store) {
        this.policies = policies;
        this.store = store;
    }

    @GetMapping("/api/v1/policies/{id}/differences")
    ResponseEntity<Object> differences(
            @PathVariable String id,
            @RequestParam(name = "draftVersion", required = false) @Nullable Long draftVersion,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            return HttpProblem.answer(HttpStatus.BAD_REQUEST, "invalid", "page is 0 or more, size from 1 to 500");
        }
        return policies.find(Kind.POLICY, id)
                .map(policy -> {
                    var tenant = policy.document().requiredText("tenantId");
                    var answer = new LinkedHashMap<String, Object>();
                    answer.put("items", store.page(id, tenant, draftVersion, new DifferenceStore.Cut(page, size)));
                    answer.put("page", page);
                    answer.put("size", size);
                    answer.put("total", store.count(id, tenant, draftVersion));
                    return ResponseEntity.ok((Object) answer);
                })
                .orElseGet(() -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no policy " + id));
    }
}
