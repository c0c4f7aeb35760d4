package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlManifestsTest {

    @TempDir
    Path folder;

    private final YamlManifests manifests = new YamlManifests(
            name -> Optional.ofNullable(Map.of("SECRET", "s$1").get(name)));

    @Test
    void readsEveryDocumentOfAFile() throws Exception {
        Path file = file("""
                kind: Organization
                id: contoso
                customerId: 12
                ---
                # nothing but a remark
                ---
                kind: Policy
                id: standard
                rules: []
                """);

        var read = manifests.read(file);

        assertThat(read).extracting(Manifest::title).containsExactly("Organization contoso", "Policy standard");
        assertThat(read.getFirst().fields().toString()).isEqualTo("{\"customerId\":12}");
    }

    @Test
    void putsVariablesIntoTexts() throws Exception {
        Path file = file("""
                kind: Connection
                id: acme
                clientSecret: ${SECRET}
                resourceServer: ${WHERE:-https://acme.example.com}/x
                """);

        var fields = manifests.read(file).getFirst().fields();

        assertThat(fields.path("clientSecret").asString()).isEqualTo("s$1");
        assertThat(fields.path("resourceServer").asString()).isEqualTo("https://acme.example.com/x");
    }

    @Test
    void leavesWhatIsEscapedAsItReads() throws Exception {
        Path file = file("""
                kind: Policy
                id: p
                name: $${SECRET} and $$${SECRET} and $5 and ${a.b} and ${SECRET}
                """);

        var fields = manifests.read(file).getFirst().fields();

        assertThat(fields.path("name").asString()).isEqualTo("${SECRET} and $${SECRET} and $5 and ${a.b} and s$1");
    }

    @Test
    void namesAVariableThatIsNotSet() throws Exception {
        Path file = file("{kind: Connection, id: acme, clientSecret: \"${NOBODY}\"}");

        assertThatThrownBy(() -> manifests.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        file + ", document 1: the variable NOBODY is not set; set it, write ${NOBODY:-otherwise}, or"
                                + " $${NOBODY} if the text itself is meant");
    }

    @Test
    void namesTheDocumentWithoutAKnownKind() throws Exception {
        Path file = file("kind: Policy\nid: a\n---\nkind: Polcy\nid: b\n");

        assertThatThrownBy(() -> manifests.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(file + ", document 2: /kind: ")
                .hasMessageEndingWith("allowed: Connection, Organization, Policy, Silence");
    }

    @Test
    void namesTheDocumentWithoutAnId() throws Exception {
        Path file = file("kind: Policy\n");

        assertThatThrownBy(() -> manifests.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(file + ", document 1: /id: ");
    }

    @Test
    void namesTheLineThatIsNoYaml() throws Exception {
        Path file = file("kind: Policy\nid: [\n");

        assertThatThrownBy(() -> manifests.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(file + " is no YAML")
                .hasMessageContaining("line ");
    }

    @Test
    void refusesAFieldThatStandsTwice() throws Exception {
        Path file = file("kind: Policy\nid: p\nrules: []\nrules: []\n");

        assertThatThrownBy(() -> manifests.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Duplicate")
                .hasMessageContaining("line 4");
    }

    @Test
    void saysWhatADocumentLooksLike() throws Exception {
        Path text = file("hello\n");
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {'a', (byte) 0xff, ':'});

        assertThatThrownBy(() -> manifests.read(text)).hasMessageContaining("which has fields like kind: Policy");
        assertThatThrownBy(() -> manifests.read(binary)).hasMessageEndingWith("is not written in UTF-8; save it so");
    }

    @Test
    void readsTheLocalConfiguration() {
        var read = Stream.of("10-policy.yaml", "20-connection.yaml", "30-organizations.yaml")
                .flatMap(name -> manifests.read(Path.of("config", name)).stream())
                .toList();

        assertThat(read)
                .extracting(Manifest::title)
                .containsExactly(
                        "Policy acme-policy",
                        "Connection acme-halo",
                        "Organization contoso",
                        "Organization fabrikam",
                        "Organization northwind");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), text);
    }
}
