package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of findings: what configuration says that Halo does not have. */
@RestController
class FindingsController {

    private static final int MOST_CONNECTIONS = 100;

    private final ConfigurationStore configuration;
    private final ReferenceDesk desk;

    FindingsController(ConfigurationStore configuration, ReferenceDesk desk) {
        this.configuration = configuration;
        this.desk = desk;
    }

    @GetMapping("/api/v1/findings")
    ResponseEntity<Object> findings(
            @RequestParam(name = "connection", required = false) @Nullable String connectionId,
            @RequestParam(name = "tenantId", required = false) @Nullable String tenantId,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "id", required = false) @Nullable String id) {
        var tenant = Optional.ofNullable(tenantId);
        List<Stored> connections = connectionId == null
                ? configuration.list(Kind.CONNECTION, tenant, 0, MOST_CONNECTIONS)
                : configuration.find(Kind.CONNECTION, connectionId).stream()
                        .filter(one -> tenant.isEmpty() || tenant.get().equals(ReferenceDesk.tenantOf(one)))
                        .toList();
        if (connectionId != null && connections.isEmpty()) {
            return HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no connection " + connectionId);
        }
        var found = connections.stream()
                .flatMap(connection -> desk.findings(connection).stream())
                .filter(finding -> kind == null || kind.equals(finding.kind()))
                .filter(finding -> id == null || id.equals(finding.id()))
                .toList();
        return ResponseEntity.ok(Map.of("items", found, "total", found.size()));
    }
}
