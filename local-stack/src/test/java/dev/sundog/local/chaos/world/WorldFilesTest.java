package dev.sundog.local.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.apply.Kind;
import dev.sundog.local.apply.Manifest;
import dev.sundog.local.apply.YamlManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFilesTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheWorldAsConfigurationThatCanBeApplied() throws IOException {
        var reader = new YamlManifests(name -> Optional.of("http://127.0.0.1:8070"));
        var manifests = new ArrayList<Manifest>();

        for (var file : WorldFiles.of(World.standard()).entrySet()) {
            manifests.addAll(reader.read(Files.writeString(folder.resolve(file.getKey()), file.getValue())));
        }

        assertThat(manifests).filteredOn(each -> each.kind() == Kind.CONNECTION).hasSize(3);
        assertThat(manifests)
                .filteredOn(each -> each.kind() == Kind.ORGANIZATION)
                .hasSize(World.standard().parties().size());
        assertThat(manifests)
                .filteredOn(each -> each.id().equals("beta-halo"))
                .singleElement()
                .extracting(each -> each.fields().path("resourceServer").asString())
                .isEqualTo("http://127.0.0.1:8070/beta");
    }
}
