package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFilesTest {

    private final ManifestFiles files = new ManifestFiles(new YamlManifests(_ -> Optional.empty()));

    @TempDir
    Path folder;

    @Test
    void readsWhatOthersPointAtFirstWhateverOrderTheFilesHave() throws IOException {
        var organizations = file("a.yaml", """
                {kind: Organization, id: child, parentId: parent}
                ---
                {kind: Organization, id: alone}
                ---
                {kind: Organization, id: parent}
                """);
        var others =
                file("b.yaml", "{kind: Silence, id: s}\n---\n{kind: Connection, id: c}\n---\n{kind: Policy, id: p}\n");

        assertThat(files.read(List.of(organizations, others)))
                .extracting(Manifest::title)
                .containsExactly(
                        "Policy p",
                        "Connection c",
                        "Organization alone",
                        "Organization parent",
                        "Organization child",
                        "Silence s");
    }

    @Test
    void refusesTwoDocumentsAboutOneObject() throws IOException {
        var one = file("one.yaml", "{kind: Policy, id: p}");
        var other = file("other.yaml", "{kind: Policy, id: q}\n---\n{kind: Policy, id: p}");

        assertThatThrownBy(() -> files.read(List.of(one, other)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        other + ", document 2: Policy p stands already in " + one + ", document 1; keep one of them");
    }

    @Test
    void refusesFilesWithoutADocument() throws IOException {
        var empty = file("empty.yaml", "# nothing yet\n");

        assertThatThrownBy(() -> files.read(List.of(empty)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(empty + ": no document in it")
                .hasMessageContaining("Connection, Organization, Policy, Silence");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
