package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final FakeConsoleServer console = new FakeConsoleServer();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void writesWhatThereIsSoThatItCanBeAppliedAgain() throws Exception {
        fill();
        var file = folder.resolve("all.yaml");

        assertThat(export(file.toString())).isZero();

        assertThat(Files.readString(file)).isEqualTo("""
                kind: Policy
                id: p
                tenantId: acme
                rules:
                - id: later
                  name: Later
                  when: |-
                    event.severity == "LOW"
                      && true
                  action: PARK
                  reason: "yes"
                  parkUntil: 2026-12-01T00:00:00Z
                ---
                kind: Connection
                id: halo
                tenantId: acme
                resourceServer: https://acme.halopsa.com
                authorizationServer: https://acme.halopsa.com/auth
                clientId: app
                ---
                kind: Organization
                id: z-parent
                tenantId: acme
                ---
                kind: Organization
                id: a-child
                tenantId: acme
                parentId: z-parent
                customerId: 12
                """);
        var again = new YamlManifests(_ -> Optional.empty()).read(file);
        assertThat(again)
                .extracting(Manifest::title)
                .containsExactly("Policy p", "Connection halo", "Organization z-parent", "Organization a-child");
    }

    @Test
    void givesTheSameTextTwiceAndNoSecrets() {
        fill();

        export();
        var first = said.toString(StandardCharsets.UTF_8);
        said.reset();
        export();

        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo(first);
        assertThat(first).doesNotContain("lientSecret", "version", "shadow");
    }

    private void fill() {
        var page = "?size=200&page=0";
        console.answers("GET /api/v1/policies" + page, """
                {'total':1,'items':[{'id':'p','tenantId':'acme','name':null,'version':4,
                  'shadow':{'version':9,'rules':[]},'lookups':{},
                  'rules':[{'id':'later','name':'Later','when':'event.severity == \\"LOW\\"\\n  && true',
                    'action':'PARK','reason':'yes','parkUntil':'2026-12-01T00:00:00Z','continue':false}]}]}""");
        console.answers("GET /api/v1/connections" + page, """
                {'total':1,'items':[{'id':'halo','tenantId':'acme','version':1,'enabled':true,
                  'resourceServer':'https://acme.halopsa.com','authorizationServer':'https://acme.halopsa.com/auth',
                  'clientId':'app','clientSecretSet':true,'scopes':[]}]}""");
        console.answers("GET /api/v1/organizations" + page, """
                {'total':2,'items':[
                  {'id':'a-child','tenantId':'acme','version':1,'parentId':'z-parent','customerId':12},
                  {'id':'z-parent','tenantId':'acme','version':1}]}""");
        console.answers("GET /api/v1/silences" + page, "{'total':0,'items':[]}");
    }

    private int export(String... files) {
        var arguments = new java.util.ArrayList<>(List.of("--console", console.url()));
        arguments.addAll(List.of(files));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new ExportCommand(new Terminal(out, out), Map.of()).run(arguments);
    }
}
