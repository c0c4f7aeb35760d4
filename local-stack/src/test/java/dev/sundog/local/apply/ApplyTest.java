package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.apply.ApplyOutcome.Created;
import dev.sundog.local.apply.ApplyOutcome.Refused;
import dev.sundog.local.apply.ApplyOutcome.Unchanged;
import dev.sundog.local.apply.ApplyOutcome.Updated;
import dev.sundog.local.apply.ConsoleApi.Stored;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ApplyTest {

    private final FakeConsole console = new FakeConsole();
    private final Apply apply = new Apply(console, false);

    @Test
    void createsAnObjectThatIsNotThere() {
        var northwind = organization("{\"tenantId\": \"acme-msp\"}");

        var outcome = apply.apply(northwind);

        assertThat(outcome).isEqualTo(new Created());
        assertThat(console.writes).containsExactly("create /api/v1/organizations/northwind");
    }

    @Test
    void replacesTheVersionThatItSawWhenSomethingDiffers() {
        stored("{\"id\": \"northwind\", \"tenantId\": \"acme-msp\", \"version\": 3, \"customerId\": null}", "\"3\"");

        var outcome = apply.apply(organization("{\"tenantId\": \"acme-msp\", \"customerId\": 14}"));

        assertThat(outcome).isEqualTo(new Updated());
        assertThat(console.writes).containsExactly("replace /api/v1/organizations/northwind of \"3\"");
    }

    @Test
    void writesNothingWhenNothingDiffers() {
        stored("{\"id\": \"northwind\", \"tenantId\": \"acme-msp\", \"version\": 3, \"name\": null}", "\"3\"");

        var outcome = apply.apply(organization("{\"tenantId\": \"acme-msp\"}"));

        assertThat(outcome).isEqualTo(new Unchanged(false));
        assertThat(console.writes).isEmpty();
    }

    @Test
    void takesAFieldAwayThatTheDocumentDoesNotHaveAnyMore() {
        stored("{\"id\": \"northwind\", \"tenantId\": \"acme-msp\", \"version\": 3, \"customerId\": 14}", "\"3\"");

        var outcome = apply.apply(organization("{\"tenantId\": \"acme-msp\"}"));

        assertThat(outcome).isEqualTo(new Updated());
    }

    @Test
    void saysThatASecretCannotBeCompared() {
        console.objects.put("/api/v1/connections/acme", new Stored(json("{\"clientSecretSet\": true}"), "\"1\""));
        var acme = new Manifest(Kind.CONNECTION, "acme", json("{\"clientSecret\": \"s\"}"), "here");

        var outcome = apply.apply(acme);

        assertThat(outcome).isEqualTo(new Unchanged(true));
        assertThat(console.writes).isEmpty();
    }

    @Test
    void writesASecretWhenAskedTo() {
        console.objects.put("/api/v1/connections/acme", new Stored(json("{\"clientSecretSet\": true}"), "\"1\""));
        var acme = new Manifest(Kind.CONNECTION, "acme", json("{\"clientSecret\": \"s\"}"), "here");

        var outcome = new Apply(console, true).apply(acme);

        assertThat(outcome).isEqualTo(new Updated());
    }

    @Test
    void tellsWhyTheConsoleRefuses() {
        console.problem = Optional.of("x.yaml, document 1: /customerId: must be above 0");

        var outcome = apply.apply(organization("{\"customerId\": -1}"));

        assertThat(outcome).isEqualTo(new Refused("x.yaml, document 1: /customerId: must be above 0"));
    }

    @Test
    void leavesAnObjectAsPeopleMadeItWhenItOnlySeeds() {
        stored("{\"id\": \"northwind\", \"customerId\": 14}", "\"3\"");

        var outcome = apply.createIfAbsent(organization("{}"));

        assertThat(outcome).isEqualTo(new Unchanged(false));
        assertThat(console.writes).isEmpty();
    }

    private void stored(String fields, String etag) {
        console.objects.put("/api/v1/organizations/northwind", new Stored(json(fields), etag));
    }

    private static Manifest organization(String fields) {
        return new Manifest(Kind.ORGANIZATION, "northwind", json(fields), "x.yaml, document 1");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
