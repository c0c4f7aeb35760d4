package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.local.apply.ApplyCommand;
import dev.sundog.local.demo.Demo;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.options.Ports;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way, from the real jars: broker, registry, database, simulator and the four services as processes.
 *
 * <p>One stack for all, since it takes most of a minute to start. The demo goes last: what is before it leaves northwind unmapped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Terminal TERMINAL = new Terminal(System.out, System.err);

    @TempDir
    private static Path folder;

    private static Stack stack;

    private final Readme readme = Readme.in(HOME);

    @BeforeAll
    static void start() {
        var layout = new StackLayout(HOME, folder.resolve("data"));
        stack = Stack.prepare(
                StackSettings.of(layout, Ports.free()).fresh(true).connector(Demo.CONNECTOR_SETTINGS), TERMINAL);
        try {
            stack.start();
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @AfterAll
    static void leaveNoProcessBehind() {
        var processes = stack.processes();

        stack.close();

        assertThat(processes).hasSizeGreaterThanOrEqualTo(8).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(1)
    void keepsThePromisesOfTheReadmeAboutAFirstEvent() throws IOException, InterruptedException {
        var request = readme.firstRequest();
        var gateway = new HttpJson(stack.gatewayUrl(), request.headers());

        var answer = gateway.post(request.path(), request.body(), Map.of());
        var accepted = gateway.get("/v1/events/first-1");
        way("/first-1", way -> saw(way, "TicketCreated"));
        runJava(readme.program(stack.bootstrapServers(), stack.registryUrl()));
        way("?dedupKey=db-1%2Fdisk", way -> states(way).equals(List.of("TICKETED", "TICKETED")));
        String over = request.body().replace("first-1", "first-2").replace("FIRING", "RESOLVED");
        gateway.post(request.path(), over, Map.of());
        var resolved = way("/first-2", way -> saw(way, "TicketResolved"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo(JsonMapper.shared().readTree(readme.firstAnswer()));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(resolved.path("ticket").path("state").asString()).isEqualTo("RESOLVED");
    }

    @Test
    @Order(2)
    void releasesWhatWaitedWhenTheReadmesFileIsApplied() throws IOException {
        var gateway = new HttpJson(stack.gatewayUrl(), readme.firstRequest().headers());
        Path file = Files.writeString(folder.resolve("northwind.yaml"), readme.organization());
        String alert =
                readme.firstRequest().body().replace("first-1", "north-1").replace("contoso", "northwind");

        gateway.post("/v1/alerts", alert, Map.of());
        way("/north-1", way -> way.path("state").asString("").equals("PARKED"));
        var lines = apply(List.of(file.toString()));
        var ticketed = way("/north-1", way -> saw(way, "TicketCreated"));

        assertThat(lines).containsExactly("Organization northwind updated");
        assertThat(ticketed.path("decisions").findValuesAsString("customerId")).contains("14");
    }

    @Test
    @Order(3)
    void writesOnlyWhatIsNotAsItsFileSays() {
        var files = stack.configuration().stream().map(Path::toString).toList();

        var lines = apply(files);

        assertThat(lines)
                .contains(
                        "Policy acme-policy unchanged",
                        "Organization contoso unchanged",
                        "Organization northwind updated")
                .anyMatch(line -> line.startsWith("Connection acme-halo unchanged (its secret"));
    }

    @Test
    @Order(4)
    void bringsEveryEventToOneTicketThroughAKill() {
        new Demo(stack, TERMINAL, Instant.ofEpochSecond(1_800_000_000)).run(true);
    }

    private static JsonNode way(String path, Predicate<JsonNode> condition) {
        var console = new HttpJson(stack.consoleUrl(), Map.of());
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> console.get("/api/v1/events" + path).body(), condition);
    }

    private static boolean saw(JsonNode way, String ticketEvent) {
        return way.path("ticketEvents").findValuesAsString("type").contains(ticketEvent);
    }

    private static List<String> states(JsonNode ways) {
        return ways.path("items").findValuesAsString("state");
    }

    private static void runJava(String program) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("First.java"), program);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        stack.layout().libraries() + "/*",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static List<String> apply(List<String> files) {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        var command =
                new ApplyCommand(new Terminal(printer, printer), Map.of("SUNDOG_SIMULATOR_URL", stack.simulatorUrl()));
        var arguments = Stream.concat(Stream.of("--console", stack.consoleUrl()), files.stream());
        int code = command.run(arguments.toList());
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
