package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.local.demo.Demo;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.options.Ports;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.stack.StackLayout;
import dev.sundog.local.stack.StackSettings;
import dev.sundog.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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

        // As the README says of 503: a machine that is still busy with its start is told again.
        var answer = await().atMost(Duration.ofMinutes(1))
                .until(() -> gateway.post(request.path(), request.body(), Map.of()), it -> it.status() != 503);
        var accepted = gateway.get("/v1/events/first-1");
        edge().ticketed("first-1");
        runJava(readme.program(stack.bootstrapServers(), stack.registryUrl()));
        edge().get(
                        "/api/v1/events?dedupKey=db-1%2Fdisk",
                        ways -> ways.path("items").findValuesAsString("state").equals(List.of("TICKETED", "TICKETED")));
        String over = request.body().replace("first-1", "first-2").replace("FIRING", "RESOLVED");
        gateway.post(request.path(), over, Map.of());
        var resolved = edge().way("first-2", way -> Edge.saw(way, "TicketResolved"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo(JsonMapper.shared().readTree(readme.firstAnswer()));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(resolved.path("ticket").path("state").asString()).isEqualTo("RESOLVED");
    }

    @Test
    @Order(2)
    void releasesWhatWaitedWhenTheReadmesFileIsApplied() throws IOException {
        var gateway = new HttpJson(stack.gatewayUrl(), readme.firstRequest().headers());
        Files.writeString(folder.resolve("northwind.yaml"), readme.organization());
        String alert =
                readme.firstRequest().body().replace("first-1", "north-1").replace("contoso", "northwind");

        gateway.post("/v1/alerts", alert, Map.of());
        edge().way("north-1", way -> is(way, "PARKED"));
        var said = readme.commands().stream()
                .map(words -> commands().give(words, folder))
                .toList();
        var ticketed = edge().ticketed("north-1");

        assertThat(said).extracting(Commands.Said::code).containsOnly(0).hasSize(4);
        assertThat(said.get(0).lines()).contains("Organization northwind: changed", "  + /customerId: 14");
        assertThat(said.get(1).lines()).containsExactly("Organization northwind updated");
        assertThat(said.get(2).lines()).containsExactly("written to " + folder.resolve("everything.yaml"));
        assertThat(said.get(3).lines()).last().isEqualTo("3 of 3 examples hold");
        assertThat(ticketed.path("decisions").findValuesAsString("customerId")).contains("14");
    }

    @Test
    @Order(3)
    void writesOnlyWhatIsNotAsItsFileSays() {
        var files = stack.configuration().stream().map(Path::toString).toArray(String[]::new);

        var applied = commands().apply(files);
        var lines = applied.lines();

        assertThat(lines)
                .contains(
                        "Policy acme-policy unchanged",
                        "Organization contoso unchanged",
                        "Organization northwind updated")
                .anyMatch(line -> line.startsWith("Connection acme-halo unchanged (its secret"));
    }

    @Test
    @Order(4)
    void keepsConfigurationInFilesThatSayWhatTheyWouldDo() throws IOException {
        var files = stack.configuration().stream().map(Path::toString).toArray(String[]::new);
        Path changed = changedPolicy();

        var same = commands().plan(with(files, "--detailed-exitcode"));
        var plan = commands().plan(changed.toString(), "--detailed-exitcode");
        var applied = commands().apply(changed.toString());
        var again = commands().plan(changed.toString(), "--detailed-exitcode");

        assertThat(same.lines()).last().isEqualTo("plan: 0 new, 0 changed, 5 unchanged");
        assertThat(same.code()).isZero();
        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.lines())
                .startsWith(
                        "Policy acme-policy: changed",
                        "  ~ /rules/3/then/team: \"1st Line Support\" -> \"Cloud Operations\"")
                .anyMatch(line -> line.matches("Policy acme-policy: would decide [1-9]\\d* of the latest .*"))
                .anyMatch(line -> line.startsWith("  first-1 (contoso, ")
                        && line.endsWith("team \"1st Line Support\" -> \"Cloud Operations\""));
        assertThat(applied.lines()).containsExactly("Policy acme-policy updated");
        assertThat(again.code()).isZero();
    }

    @Test
    @Order(5)
    void exportsWhatCanBeAppliedAgainAndChangesNothing() throws IOException {
        Path first = folder.resolve("first.yaml");
        Path second = folder.resolve("second.yaml");

        commands().export(first.toString());
        commands().export(second.toString());
        var plan = commands().plan(first.toString(), "--detailed-exitcode");
        var applied = commands().apply(first.toString());
        var tested = commands().test(first.toString());

        assertThat(first).hasSameTextualContentAs(second);
        assertThat(first).content().contains("Cloud Operations").doesNotContain("sundog-local-secret");
        assertThat(plan.lines()).last().isEqualTo("plan: 0 new, 0 changed, 5 unchanged");
        assertThat(plan.code()).isZero();
        assertThat(applied.lines()).hasSize(5).allMatch(line -> line.endsWith(" unchanged"));
        assertThat(tested.lines()).last().isEqualTo("3 of 3 examples hold");
        commands().apply(stack.configuration().getFirst().toString());
    }

    @Test
    @Order(6)
    void triesAPolicyBeforeItActsAndTakesItBack() {
        var policy = "/api/v1/policies/acme-policy";
        var rules = edge().get(policy).path("rules");
        long version = edge().get(policy).path("version").asLong();
        var who = "{'author':'ada','reason':'try'%s}";

        var dryRun = edge().tell("POST", policy + ":dryRun", "{'events':{'eventIds':['first-1']}}");
        edge().tell(
                        "PUT",
                        policy + "/draft",
                        "{'rules':[{'id':'all','name':'All','then':{'team':'Cloud Operations'}}]}");
        var job = edge().tell("POST", policy + ":backtest", "{'days':1}");
        var backtest = edge().get(
                        job.path("statusUrl").asString(),
                        it -> !it.path("endedAt").isNull());
        var published = edge().tell("POST", policy + ":publish", who.formatted(""));
        var back = edge().tell("POST", policy + ":rollback", who.formatted(",'version':" + version));

        assertThat(dryRun.at("/results/0/trace").findValuesAsString("answer")).contains("NO", "YES");
        assertThat(dryRun.at("/results/0/ticket/fields/team").asString()).isEqualTo("1st Line Support");
        assertThat(backtest.path("state").asString()).as(backtest.toString()).isEqualTo("DONE");
        assertThat(backtest.at("/result/changed").asLong()).isPositive();
        assertThat(backtest.at("/result/draft/byOrganization").findValuesAsString("organizationId"))
                .contains("contoso");
        assertThat(published.path("rules").size()).isEqualTo(1);
        assertThat(back.path("version").asLong()).isEqualTo(version + 2);
        assertThat(back.path("rules")).isEqualTo(rules);
        assertThat(edge().get(policy + "/history").at("/items").findValuesAsString("author"))
                .startsWith("ada", "ada");
    }

    @Test
    @Order(7)
    void makesTheTicketThatThePreviewShowed() {
        var alert =
                "{'eventId':'shown-1','source':'e2e','organizationId':'contoso','dedupKey':'shown','status':'FIRING',"
                        + "'severity':'CRITICAL','title':'Shown <before>','occurredAt':'2026-01-07T12:00:00Z'}";

        var preview = edge().tell("POST", "/api/v1/tickets:preview", alert);
        edge().send("/v1/alerts", alert);
        var way = edge().ticketed("shown-1");

        assertThat(preview.at("/ticket/fields/team").asString()).isEqualTo("2nd Line Support");
        assertThat(way.at("/decisions/0/ticketKey").asString())
                .isEqualTo(preview.at("/ticket/ticketKey").asString());
        var json = JsonMapper.shared();
        assertThat(edge().written(way.at("/ticket/ticketId").asLong()))
                .contains(json.writeValueAsString(preview.at("/ticket/summary").asString()))
                .contains(json.writeValueAsString(
                        preview.at("/ticket/detailsHtml").asString()));
    }

    @Test
    @Order(8)
    void recordsWhatADraftInShadowWouldDecideOtherwise() {
        var policy = "/api/v1/policies/acme-policy";
        var noise = "{'source':'e2e','organizationId':'contoso','dedupKey':'noise','status':'FIRING','severity':'INFO',"
                + "'title':'Noise'}";

        edge().tell("PUT", policy + "/draft", "{'rules':[]}");
        edge().tell("POST", policy + ":shadow", "{'author':'ada','reason':'look'}");
        // The first ones may come before routing has heard of the shadow.
        var found = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            edge().send("/v1/alerts", noise);
                            return edge().get(policy + "/differences");
                        },
                        it -> it.path("total").asLong() > 0);
        edge().tell("DELETE", policy + "/shadow?author=ada&reason=seen", "");
        edge().tell("DELETE", policy + "/draft", "");

        assertThat(found.at("/items/0/live/outcome").asString()).isEqualTo("SUPPRESSED");
        assertThat(found.at("/items/0/draft/outcome").asString()).isEqualTo("ROUTED");
        edge().way(
                        found.at("/items/0/eventId").asString(),
                        way -> way.path("state").asString().equals("SUPPRESSED"));
        assertThat(commands()
                        .plan(stack.configuration().getFirst().toString(), "--detailed-exitcode")
                        .code())
                .isZero();
    }

    @Test
    @Order(9)
    void holdsWhatASilenceCoversUntilAPersonOrItsEndLetsItGo() {
        var silence = "{'tenantId':'acme-msp','owner':'ada','reason':'patches','startsAt':'2026-01-01T00:00:00Z',"
                + "'endsAt':'%s','sources':['e2e-quiet']}";
        edge().tell("PUT", "/api/v1/silences/e2e", silence.formatted("2099-01-01T00:00:00Z"));
        String held = firstHeld();
        Stream.of("hush-1", "hush-2").forEach(EndToEndIT::quiet);
        edge().get("/api/v1/parked?silenceId=e2e", it -> it.path("total").asLong() == 3);

        edge().tell("POST", "/api/v1/parked/fabrikam/hush-1:release", "{'requestedBy':'ada','reason':'looks bad'}");
        var released = edge().ticketed("hush-1");
        edge().tell("POST", "/api/v1/parked/fabrikam/hush-2:discard", "{'requestedBy':'ada','reason':'noise'}");
        var discarded = edge().way("hush-2", way -> is(way, "SUPPRESSED"));
        var all = edge().tell("POST", "/api/v1/parked/fabrikam:release", "{'requestedBy':'ben'}");
        var rest = edge().ticketed(held);
        quiet("hush-3");
        edge().way("hush-3", way -> is(way, "PARKED"));
        var ends = InstantSource.system().instant().plusSeconds(2);
        edge().change("/api/v1/silences/e2e", silence.formatted(ends));
        var ended = edge().ticketed("hush-3");

        assertThat(released.at("/decisions").findValuesAsString("decidedBy")).contains("ada");
        assertThat(discarded.path("detail").asString()).isEqualTo("discarded by ada: noise");
        assertThat(all.path("events").asLong()).isEqualTo(1);
        assertThat(rest.at("/decisions").findValuesAsString("decidedBy")).contains("ben");
        var last = ended.path("decisions").get(ended.path("decisions").size() - 1);
        assertThat(last.path("released").asBoolean()).isTrue();
        assertThat(Instant.parse(last.path("decidedAt").asString())).isAfterOrEqualTo(ends);
    }

    @Test
    @Order(10)
    void namesEveryPersonWhoAsksForARecommendationOnItsOneTicket() {
        var recommendation =
                "{'eventId':'share-%s','source':'e2e','organizationId':'contoso','severity':'LOW','category':'COST',"
                        + "'title':'Resize vm-9','requestedBy':{'name':'%1$s','email':'%1$s@contoso.example'}}";

        Stream.of("Ada", "Ada").forEach(person -> share(recommendation.formatted(person)));
        long ticketId = edge().ticketed("share-Ada").at("/ticket/ticketId").asLong();
        Stream.of("Ben", "Cy").forEach(person -> {
            share(recommendation.formatted(person));
            noted(ticketId, "Requested by " + person + " (" + person + "@contoso.example)");
        });
        var ways = edge().get("/api/v1/events?dedupKey=vm-9%2Fsize");

        assertThat(ways.path("items").findValuesAsString("eventId"))
                .containsExactlyInAnyOrder("share-Ada", "share-Ben", "share-Cy");
        assertThat(edge().written(ticketId))
                .contains("Ada (Ada@contoso.example)")
                .doesNotContain("Requested by Ada");
        assertThat(Stream.of("Ben", "Cy"))
                .allSatisfy(person -> assertThat(edge().get("/api/v1/events/share-" + person)
                                .at("/ticket/ticketId")
                                .asLong())
                        .isEqualTo(ticketId));
    }

    @Test
    @Order(11)
    void bringsEveryEventToOneTicketThroughAKill() {
        new Demo(stack, TERMINAL, Instant.ofEpochSecond(1_800_000_000)).run(true);
    }

    private static Path changedPolicy() throws IOException {
        var policy = Files.readString(stack.configuration().getFirst());
        return Files.writeString(
                folder.resolve("changed.yaml"), policy.replace("1st Line Support", "Cloud Operations"));
    }

    private static void share(String recommendation) {
        edge().send("/v1/recommendations/vm-9%2Fsize:share", recommendation);
    }

    /** Waits for a note, slowly: each look costs calls of the budget that Halo gives everybody, and notes wait for others. */
    private static void noted(long ticketId, String text) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(edge().written(ticketId)).contains(text));
    }

    /** The first event of a silenced source that waits; those before it may have been faster than the silence. */
    private static String firstHeld() {
        for (int probe = 1; ; probe++) {
            var eventId = "probe-" + probe;
            quiet(eventId);
            var way = edge().way(eventId, it -> is(it, "PARKED") || is(it, "TICKETED"));
            if (is(way, "PARKED")) {
                return eventId;
            }
        }
    }

    private static void quiet(String eventId) {
        edge().send(
                        "/v1/alerts",
                        "{'eventId':'%1$s','source':'e2e-quiet','organizationId':'fabrikam','dedupKey':'%1$s','status':'FIRING',"
                                        .formatted(eventId)
                                + "'severity':'HIGH','title':'Patched'}");
    }

    private static boolean is(JsonNode way, String state) {
        return way.path("state").asString("").equals(state);
    }

    private static Edge edge() {
        return new Edge(stack);
    }

    private static Commands commands() {
        return new Commands(stack);
    }

    private static String[] with(String[] files, String option) {
        return Stream.concat(Stream.of(option), Stream.of(files)).toArray(String[]::new);
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
}
