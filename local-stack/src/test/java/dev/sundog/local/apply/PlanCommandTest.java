package dev.sundog.local.apply;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private static final String POLICY = """
            kind: Policy
            id: p
            tenantId: acme
            rules:
              - {id: all, name: All, then: {team: Second}}
            """;
    private static final String STORED =
            "{'id':'p','version':3,'tenantId':'acme','rules':[{'id':'all','name':'All','then':{'team':'First'}}]}";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final FakeConsoleServer console = new FakeConsoleServer();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void showsEachChangeAndWhatItDoesToRecentEvents() throws IOException {
        console.answers("GET /api/v1/policies/p", STORED);
        console.answers("POST /api/v1/policies/p:dryRun", """
                {'results':[
                  {'eventId':'e1','organizationId':'contoso','title':'Disk full','differs':true,
                   'live':{'outcome':'ROUTED'},'decision':{'outcome':'ROUTED'},
                   'changes':[{'field':'team','live':'First','draft':'Second'}]},
                  {'eventId':'e2','organizationId':'contoso','title':'x','differs':true,
                   'live':{'outcome':'ROUTED'},'decision':{'outcome':'SUPPRESSED'},'changes':[]},
                  {'eventId':'e3','differs':false},
                  {'eventId':'e4','notAsked':'another policy decides it, or none'},
                  {'eventId':'e5','missing':'gone'}]}""");

        int code = plan(POLICY);

        assertThat(code).isZero();
        assertThat(lines())
                .containsExactly(
                        "Policy p: changed",
                        "  ~ /rules/0/then/team: \"First\" -> \"Second\"",
                        "Policy p: would decide 2 of the latest 5 events otherwise; 1 are not decided by it;"
                                + " 1 are not on their topics any more",
                        "  e1 (contoso, \"Disk full\"): team \"First\" -> \"Second\"",
                        "  e2 (contoso, \"x\"): ROUTED -> SUPPRESSED",
                        "plan: 0 new, 1 changed, 0 unchanged");
        assertThat(console.body("POST /api/v1/policies/p:dryRun"))
                .contains("\"recent\":50", "\"team\":\"Second\"", "\"asInForce\":true");
    }

    @Test
    void exitsWithTwoForChangesOnlyWhenAskedTo() throws IOException {
        console.answers("GET /api/v1/policies/p", STORED);

        assertThat(plan(POLICY, "--recent", "0")).isZero();
        assertThat(plan(POLICY, "--recent", "0", "--detailed-exitcode")).isEqualTo(2);
        assertThat(plan(POLICY.replace("Second", "First"), "--detailed-exitcode"))
                .isZero();
        assertThat(lines()).contains("Policy p: unchanged");
    }

    @Test
    void showsWhatANewObjectWouldHave() throws IOException {
        plan("{kind: Organization, id: contoso, tenantId: acme, customerId: 12}");

        assertThat(lines())
                .containsExactly(
                        "Organization contoso: new",
                        "  + /customerId: 12",
                        "  + /tenantId: \"acme\"",
                        "plan: 1 new, 0 changed, 0 unchanged");
    }

    @Test
    void saysWhatANewPolicyWouldMakeOfEventsThatItDoesNotDecideYet() throws IOException {
        console.answers("POST /api/v1/policies/p:dryRun", """
                {'results':[{'eventId':'e1','decision':{'outcome':'ROUTED'}},
                  {'eventId':'e2','decision':{'outcome':'SUPPRESSED'}},{'eventId':'e3','decision':{'outcome':'ROUTED'}}]}""");

        assertThat(plan(POLICY)).isZero();

        assertThat(lines())
                .contains(
                        "Policy p: decides nothing until a connection or an organization names it; of the latest 3 events"
                                + " it would make ROUTED=2, SUPPRESSED=1");
        assertThat(console.body("POST /api/v1/policies/p:dryRun")).contains("\"asInForce\":false");
    }

    @Test
    void failsWhereTheConsoleWouldRefuseAnyDocument() throws IOException {
        console.answers(
                "POST /api/v1/organizations/contoso:check",
                "{'errors':[{'pointer':'/customerId','detail':'must be above zero'}]}");

        assertThat(plan("{kind: Organization, id: contoso, tenantId: acme, customerId: -1}"))
                .isEqualTo(1);

        assertThat(lines())
                .anyMatch(it -> it.startsWith("Organization contoso: would be refused: ")
                        && it.endsWith("document 1: /customerId: must be above zero"));
    }

    @Test
    void takesWhatADocumentPointsAtFromTheSameFiles() throws IOException {
        console.answers(
                "POST /api/v1/organizations/contoso:check",
                "{'errors':[{'pointer':'/policyId','detail':'names no policy of this tenant'}]}");
        var organization = "---\n{kind: Organization, id: contoso, tenantId: acme, policyId: %s}\n";

        assertThat(plan(POLICY + organization.formatted("p"), "--recent", "0")).isZero();
        assertThat(plan(POLICY + organization.formatted("q"), "--recent", "0")).isEqualTo(1);
    }

    @Test
    void failsWhereTheConsoleWouldRefuse() throws IOException {
        console.answers("GET /api/v1/policies/p", STORED);
        console.answers(
                "POST /api/v1/policies/p:dryRun",
                "{'errors':[{'pointer':'/policy/rules/0/when','detail':'no such fact: event.severty'}]}");

        assertThat(plan(POLICY)).isEqualTo(1);
        assertThat(String.join("\n", lines())).contains("would be refused", "/policy/rules/0/when: no such fact");
    }

    @Test
    void saysWhatItWants() {
        assertThatThrownBy(() -> plan(POLICY, "--recent", "1000")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> plan(POLICY, "--nonsense")).isInstanceOf(Usage.class);
        console.close();
        assertThatThrownBy(() -> plan(POLICY))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("nobody listens")
                .hasMessageContaining("./sundog up starts one, --console URL names another");
    }

    private int plan(String yaml, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("plan.yaml"), yaml);
        var arguments = new java.util.ArrayList<>(List.of("--console", console.url()));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new PlanCommand(new Terminal(out, out), Map.of()).run(arguments);
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
