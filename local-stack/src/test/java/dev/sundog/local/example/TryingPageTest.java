package dev.sundog.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/trying.md} prints is so. */
class TryingPageTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void printsExamplesThatHoldForTheLocalPolicy() throws IOException {
        var printed = YAML.matcher(page()).results().findFirst().orElseThrow().group(1);
        var policy = Files.readString(HOME.resolve("local-stack/config/10-policy.yaml"));
        var file =
                Files.writeString(folder.resolve("p.yaml"), policy.substring(0, policy.indexOf("examples:")) + printed);
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new TestCommand(new Terminal(out, out), Map.of()).run(List.of(file.toString()));

        assertThat(said.toString(StandardCharsets.UTF_8)).endsWith("1 of 1 examples hold\n");
        assertThat(code).isZero();
    }

    @Test
    void namesCommandsAndOptionsThatTheScriptKnows() throws IOException {
        var script = Files.readString(HOME.resolve("sundog"));

        assertThat(Pattern.compile("`(?:\\./sundog )?([a-z]+|--[a-z-]+)(?: [A-Z\\[][^`]*)?`")
                        .matcher(page())
                        .results()
                        .filter(match -> match.group().startsWith("`./sundog")
                                || match.group().startsWith("`--"))
                        .map(match -> match.group(1)))
                .contains("plan", "apply", "export", "test", "--recent", "--detailed-exitcode")
                .allSatisfy(word -> assertThat(script).containsPattern("(?m)^  " + word + "\\b"));
    }

    private static String page() throws IOException {
        return Files.readString(HOME.resolve("docs/trying.md"));
    }
}
