package dev.sundog.local.apply;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads documents of configuration from YAML files. */
public final class YamlManifests {

    // A field that stands twice would silently lose what stands first.
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Variables variables;

    /**
     * Reads with what <code>${NAME}</code> in texts stands for.
     *
     * @param variables asked for each name
     */
    public YamlManifests(Variables.Source variables) {
        this(variables, Variables.Absent.REFUSED);
    }

    /**
     * The same, with a say in what stands for variables that have no value.
     *
     * @param absent asked for each of them
     */
    public YamlManifests(Variables.Source variables, Variables.Absent absent) {
        this.variables = new Variables(variables, absent);
    }

    /**
     * Every document of a file, in its order.
     *
     * @throws CommandFailure if the file cannot be read, is no YAML, or a document lacks kind or id
     */
    public List<Manifest> read(Path file) {
        var manifests = new ArrayList<Manifest>();
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            for (int number = 1; documents.hasNextValue(); number++) {
                JsonNode document = documents.nextValue();
                if (document != null && !document.isNull() && !document.isMissingNode()) {
                    manifests.add(manifest(document, file + ", document " + number));
                }
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + " is not there", e);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not written in UTF-8; save it so", e);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new CommandFailure(
                    file + " is no YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("") + " (line "
                            + e.getLocation().getLineNr() + ")",
                    e);
        }
        return manifests;
    }

    private Manifest manifest(JsonNode document, String place) {
        if (!(variables.replaceIn(document, place) instanceof ObjectNode fields)) {
            throw new CommandFailure(
                    place + ": is no document of configuration, which has fields like kind: Policy and id: standard");
        }
        Kind kind = Kind.named(fields.path("kind").asString(""))
                .orElseThrow(() -> new CommandFailure(place + ": /kind: "
                        + (fields.has("kind") ? fields.path("kind") : "is missing") + "; allowed: " + Kind.words()));
        String id = fields.path("id").asString("");
        if (!id.matches("[A-Za-z0-9._~-]+")) {
            throw new CommandFailure(place + ": /id: missing, or not of letters, digits and - . _ ~");
        }
        fields.remove(List.of("kind", "id"));
        return new Manifest(kind, id, fields, place);
    }
}
