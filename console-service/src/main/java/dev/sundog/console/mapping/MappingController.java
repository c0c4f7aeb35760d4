package dev.sundog.console.mapping;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.HttpProblem;
import dev.sundog.console.reference.Served;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST edge of mapping. An organization that has no record, of which only parked events tell, needs the connection in the
 * query, for nothing says whose it is; with one connection in all, that one is meant.
 */
@RestController
class MappingController {

    private final ConfigurationStore configuration;
    private final Served served;
    private final MappingDesk desk;

    MappingController(ConfigurationStore configuration, Served served, MappingDesk desk) {
        this.configuration = configuration;
        this.served = served;
        this.desk = desk;
    }

    @GetMapping("/api/v1/organizations/{id}:candidates")
    ResponseEntity<Object> candidates(
            @PathVariable String id,
            @RequestParam(name = "connection", required = false) @Nullable String connectionId,
            @RequestParam(name = "tenantId", required = false) @Nullable String tenantId) {
        var organization = configuration.find(Kind.ORGANIZATION, id);
        var tenant = organization.map(Served::tenantOf).or(() -> Optional.ofNullable(tenantId));
        var connection = connectionId == null
                ? organization.flatMap(served::connectionOf).or(() -> only(tenant))
                : configuration
                        .find(Kind.CONNECTION, connectionId)
                        .filter(one -> tenant.isEmpty() || tenant.get().equals(Served.tenantOf(one)));
        if (connection.isEmpty()) {
            return HttpProblem.answer(
                    HttpStatus.BAD_REQUEST,
                    "invalid",
                    "say connection=, one of the organization's tenant: nothing says which Halo it would be in");
        }
        var proposal = organization.isPresent()
                ? desk.propose(organization.get(), connection.get())
                : desk.propose(id, connection.get());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("organizationId", id);
        answer.put("connectionId", connection.get().id());
        answer.put("known", organization.isPresent());
        answer.put("ambiguous", proposal.ambiguous());
        answer.put("items", proposal.candidates());
        return ResponseEntity.ok(answer);
    }

    private Optional<Stored> only(Optional<String> tenant) {
        var some = configuration.list(Kind.CONNECTION, tenant, 0, 2);
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }
}
