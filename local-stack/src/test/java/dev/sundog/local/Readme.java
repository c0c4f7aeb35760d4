package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the README prints for people to copy. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("http://localhost:\\d+(/\\S*)");
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    static Readme in(Path home) {
        try {
            return new Readme(Files.readString(home.resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first request that carries a body. */
    Request firstRequest() {
        String curl = blocks("sh").stream()
                .filter(block -> block.contains("-d '"))
                .findFirst()
                .orElseThrow();
        var headers = HEADER.matcher(curl)
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        return new Request(first(URL, curl), headers, first(BODY, curl));
    }

    /** What it says that the first request is answered with. */
    String firstAnswer() {
        return blocks("json").getFirst();
    }

    /** The document for {@code apply}. */
    String organization() {
        return blocks("yaml").stream()
                .filter(block -> block.startsWith("kind: Organization"))
                .findFirst()
                .orElseThrow();
    }

    /** The commands about files, in their order, each as its words. */
    List<List<String>> commands() {
        return blocks("sh").stream()
                .filter(block -> block.contains("./sundog apply"))
                .flatMap(String::lines)
                .map(line -> List.of(line.replaceAll("\\s+#.*", "").split(" ")))
                .toList();
    }

    /** The Java lines as a program, at other addresses. */
    String program(String bootstrapServers, String registryUrl) {
        String java = blocks("java").getFirst();
        assertThat(java).contains("\"localhost:9092\"", "\"http://localhost:8085/apis/ccompat/v7\"");
        String moved = java.replace("localhost:9092", bootstrapServers)
                .replace("http://localhost:8085/apis/ccompat/v7", registryUrl);
        int methods = moved.indexOf("\nstatic ");
        return """
                import dev.sundog.avro.*;
                import dev.sundog.event.*;
                import module java.base;
                import org.apache.kafka.clients.producer.*;
                import org.apache.kafka.common.serialization.*;
                void main() throws Exception {
                %s
                }
                %s
                """.formatted(moved.substring(0, methods), moved.substring(methods));
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /**
     * A request as printed.
     *
     * @param path of the address
     */
    record Request(String path, Map<String, String> headers, String body) {}
}
