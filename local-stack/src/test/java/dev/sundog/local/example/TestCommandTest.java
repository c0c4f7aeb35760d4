package dev.sundog.local.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    private static final String POLICY = """
            kind: Policy
            id: p
            tenantId: acme
            rules:
              - {id: info, name: Info, when: 'event.severity == "INFO"', action: SUPPRESS, reason: noise}
              - {id: all, name: All, then: {team: First}}
            examples:
              - name: information is noise
                event: '{"organizationId":"contoso","dedupKey":"a","status":"FIRING","severity":"INFO","title":"t"}'
                outcome: SUPPRESSED
                ruleId: info
              - name: the rest goes to the first line
                event: '{"organizationId":"contoso","dedupKey":"a","status":"FIRING","severity":"HIGH","title":"Disk"}'
                outcome: ROUTED
                fields: {team: First, summary: Disk}
            """;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void holdsAPolicyToItsExamplesWithoutAnythingThatRuns() throws IOException {
        assertThat(test(POLICY)).isZero();

        assertThat(lines())
                .containsExactly(
                        "ok    Policy p: information is noise",
                        "ok    Policy p: the rest goes to the first line",
                        "2 of 2 examples hold");
    }

    @Test
    void showsWhatCameOutOtherwise() throws IOException {
        assertThat(test(POLICY.replace("{team: First}}", "{team: Second}}"))).isEqualTo(1);

        assertThat(lines())
                .contains(
                        "FAIL  Policy p: the rest goes to the first line",
                        "        team: expected \"First\", got \"Second\"",
                        "1 of 2 examples hold");
    }

    @Test
    void takesOrganizationsAndConnectionsFromTheFiles() throws IOException {
        var organization = """
                ---
                {kind: Organization, id: contoso, tenantId: acme, connectionId: halo}
                """;

        assertThat(test(POLICY + organization)).isEqualTo(1);

        assertThat(String.join("\n", lines())).contains("got PARKED (UNMAPPED_ORGANIZATION");
    }

    @Test
    void saysWhereADocumentIsWrong() {
        assertThatThrownBy(() -> test(POLICY.replace("severity\":\"HIGH", "severity\":\"BAD")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("/examples/1/event: /severity: must be one of");
        assertThatThrownBy(() -> test(POLICY.replace("tenantId: acme", "tenant: acme")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("/tenant: is not known");
    }

    @Test
    void needsNoSecretsAndNamesWhatIsNotSetWhereSomethingIsWrong() throws IOException {
        var connection = """
                ---
                kind: Connection
                id: halo
                tenantId: acme
                resourceServer: https://acme.halopsa.com/api
                authorizationServer: https://acme.halopsa.com/auth
                clientId: app
                clientSecret: ${ACME_SECRET}
                """;

        assertThat(test(POLICY + connection)).isZero();
        assertThat(lines()).noneMatch(line -> line.contains("ACME_SECRET"));
        assertThat(test(POLICY.replace("{team: First}}", "{team: '${TEAM}'}}") + connection))
                .isEqualTo(1);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("variables that are not set, each standing for itself: ACME_SECRET (")
                        && line.contains("TEAM ("));
        var organization = "---\n{kind: Organization, id: contoso, tenantId: acme, customerId: '${CUSTOMER}'}\n";
        assertThatThrownBy(() -> test(POLICY + organization))
                .hasMessageContaining("/customerId: ")
                .hasMessageContaining("CUSTOMER (");
    }

    @Test
    void saysWhatAnExampleLooksLike() {
        assertThatThrownBy(() -> test(POLICY.replace("outcome: ROUTED", "outcome: TICKET")))
                .hasMessageContaining("/examples/1/outcome: must be one of ROUTED, SUPPRESSED, PARKED, REFUSED");
        assertThatThrownBy(() -> test(POLICY.replace(
                        "'{\"organizationId\":\"contoso\",\"dedupKey\":\"a\",\"status\":\"FIRING\",\"severity\":\"INFO\",\"title\":\"t\"}'",
                        "{status: FIRING}")))
                .hasMessageContaining("/examples/0/event: must be a text");
    }

    @Test
    void saysWhatNobodyCouldSave() {
        assertThatThrownBy(() -> test(POLICY.replace("event.severity", "event.severty")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("document 1: /rules/0/when: ")
                .hasMessageContaining("there is no fact event.severty");
    }

    @Test
    void wantsFiles() {
        var command = new TestCommand(new Terminal(new PrintStream(said), new PrintStream(said)), Map.of());

        assertThatThrownBy(() -> command.run(List.of())).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> command.run(List.of("--fast"))).isInstanceOf(Usage.class);
    }

    @Test
    void holdsTheLocalPolicyToItsExamples() {
        var config = Path.of("config", "10-policy.yaml").toString();

        assertThat(run(List.of(config))).as(String.join("\n", lines())).isZero();
    }

    private int test(String yaml) throws IOException {
        return run(List.of(Files.writeString(folder.resolve("test.yaml"), yaml).toString()));
    }

    private int run(List<String> files) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new TestCommand(new Terminal(out, out), Map.of()).run(files);
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
