package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.paging.Page;
import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of findings: what configuration says that Halo does not have. */
@RestController
class FindingsController {

    private static final List<String> FILTERS = List.of("connection", "tenantId", "kind", "id", "severity");

    private final ConfigurationStore configuration;
    private final Served served;
    private final ReferenceDesk desk;

    FindingsController(ConfigurationStore configuration, Served served, ReferenceDesk desk) {
        this.configuration = configuration;
        this.served = served;
        this.desk = desk;
    }

    @GetMapping("/api/v1/findings")
    ResponseEntity<Object> findings(@RequestParam Map<String, String> query) {
        var wanted = PageQuery.of(query, FILTERS);
        var connections = connections(wanted);
        if (connections.isEmpty() && wanted.wanted("connection").isPresent()) {
            return HttpProblem.answer(
                    HttpStatus.NOT_FOUND,
                    "unknown",
                    "there is no connection " + wanted.wanted("connection").get());
        }
        var found = connections.stream()
                .flatMap(connection -> desk.findings(connection).stream())
                .filter(finding -> fits(wanted.wanted("kind"), finding.kind())
                        && fits(wanted.wanted("id"), finding.id())
                        && fits(wanted.wanted("severity"), finding.severity().name()))
                .toList();
        return ResponseEntity.ok(Page.cut(found, wanted.wanted()));
    }

    private List<Stored> connections(PageQuery wanted) {
        var tenant = wanted.wanted("tenantId");
        return wanted.wanted("connection")
                .map(id -> configuration.find(Kind.CONNECTION, id).stream()
                        .filter(connection -> fits(tenant, Served.tenantOf(connection)))
                        .toList())
                .orElseGet(() -> served.connections(tenant));
    }

    private static boolean fits(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }
}
