package dev.sundog.routing.expression;

import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.organization;
import static dev.sundog.routing.Examples.rightsize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.TicketTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionsTest {

    // Examples are accepted on Saturday, 2026-11-21, at 21:00 UTC, which is Sunday, 10:00, in Auckland.
    private static final BusinessHours AUCKLAND = new BusinessHours(
            "Pacific/Auckland",
            List.of(
                    new BusinessHours.Opening(DayOfWeek.SUNDAY, "09:00", "12:00"),
                    new BusinessHours.Opening(DayOfWeek.MONDAY, "08:30", "24:00")),
            List.of("2026-12-25"));

    private final Setting setting =
            new Setting(Map.of("owners", Map.of("db-1", "Database Team")), new WorkCalendar(AUCKLAND));
    private final CelExpressions expressions = new CelExpressions(setting);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.severity in ['CRITICAL', 'HIGH'] && !event.over",
                "'host' in event.labels && event.labels.host == 'db-1'",
                "event.labels[?'absent'].orValue('none') == 'none'",
                "event.resources.exists(r, r.type == 'virtual-machine' && r.id.startsWith('db'))",
                "event.links.exists(l, l.text == 'Runbook')",
                "event.title.lowerAscii().contains('disk') && event.title.matches('^Disk .* db-[0-9]+$')",
                "organization.id == 'contoso' && organization.parentId == 'group'",
                "parents.exists(p, p.id == 'group' && p.name == 'group')",
                "time.hour == 10 && time.minute == 0 && time.dayOfWeek == 'SUNDAY' && time.date == '2026-11-22'",
                "time.businessHours",
                "lookups.owners['db-1'] == 'Database Team'",
                "lookups.owners[?event.labels['host']].orValue('') == 'Database Team'",
                "event.acceptedAt == '2026-11-21T21:00:00Z' && event.occurredAt < event.acceptedAt",
                "timestamp(event.occurredAt) < timestamp('2027-01-01T00:00:00Z')"
            })
    void holds(String condition) {
        assertThat(evaluate(condition, ValueType.TRUTH)).isEqualTo(Outcome.YES);
    }

    @Test
    void givesTextsNumbersAndNothing() {
        assertThat(evaluate("event.labels['env'] + '/' + organization.name", ValueType.TEXT))
                .isEqualTo(new Outcome.Text("prod/contoso"));
        assertThat(evaluate("event.severity == 'HIGH' ? 2 : 4", ValueType.NUMBER))
                .isEqualTo(new Outcome.Whole(2));
        assertThat(evaluate("event.resources.map(r, size(r.id))", ValueType.NUMBERS))
                .isEqualTo(new Outcome.Wholes(List.of(4L)));
        assertThat(evaluate("event.severity == 'LOW' ? 4 : 0", ValueType.NUMBER))
                .isEqualTo(Outcome.NOTHING);
        assertThat(evaluate("event.requestedBy", ValueType.TEXT)).isEqualTo(Outcome.NOTHING);
        assertThat(evaluate("lookups.owners[?'nobody']", ValueType.TEXT)).isEqualTo(Outcome.NOTHING);
        assertThat(evaluate("event.resources.filter(r, r.id == '').map(r, 1)", ValueType.NUMBERS))
                .isEqualTo(Outcome.NOTHING);
    }

    @Test
    void saysAtRunTimeWhereItFailedAndNothingOfTheEventsTexts() {
        assertThat(evaluate("event.over ||\n event.labels['absent'] == 'x'", ValueType.TRUTH))
                .isEqualTo(
                        new Outcome.Broken(
                                "line 2, column 14: there is no entry absent; read what may be missing as [?...].orValue(...)"));
        assertThat(broken("int(event.title) == 1")).doesNotContain("Disk full");
        assertThat(broken("1 / (size(event.resources) - 1) == 1"))
                .contains("line 1, column 3")
                .contains("zero");
    }

    @Test
    void readsNothingOfATableThatHasTheNameOfAFact() {
        var other = new CelExpressions(new Setting(Map.of("people", Map.of()), WorkCalendar.NONE));

        assertThat(other.compile("lookups.owners['db-1'] == ''", ValueType.TRUTH)
                        .refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("no fact lookups.owners; allowed: lookups.people"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "event.labels['host'] + event.category | event.category,event.labels.host",
                "event.labels.exists(k, k == 'a') ? 'x' : event.dedupKey | event.dedupKey,event.labels",
                "'env' in event.labels ? event.labels.env : lookups.owners['x'] | event.labels.env,lookups.owners"
            })
    void knowsWhichFactsItReads(String source, String names) {
        var reads = expressions.compile(source, ValueType.TEXT).reads();

        assertThat(reads).containsExactlyInAnyOrder(names.split(","));
    }

    @Test
    void saysWhatIsWrongAndWhatIsAllowedInTheSameWordsAsEver() throws IOException {
        var written = new ArrayList<String>();
        for (var line : golden()) {
            var parts = line.split(" => ", 2);
            var type = ValueType.valueOf(parts[0].substring(0, parts[0].indexOf(' ')));
            var source = parts[0].substring(parts[0].indexOf(' ') + 1).replace("\\n", "\n");
            written.add(parts[0] + " => "
                    + expressions.compile(source, type).refusal().orElse("-"));
        }

        assertThat(written).isEqualTo(golden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['x'].map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)"
                        + ".map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)"
                        + ".map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a) == []",
                "event.resources.all(a, event.resources.all(b, event.resources.all(c, a.id + b.id != c.id)))",
                "event.resources.all(a, event.resources == event.resources) || true",
                "event.resources.map(a, event.resources.map(b, event.resources)).size() > 0"
            })
    void stopsWhatWouldCostTooMuch(String bomb) {
        var facts = new Facts(rightsize(1_000), List.of(contoso()), setting);

        var outcome = expressions.compile(bomb, ValueType.TRUTH).evaluate(facts);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Broken.class,
                        broken -> assertThat(broken.why()).isEqualTo("it takes more than 50000 steps"));
    }

    @Test
    void stopsManyExpressionsThatTogetherCostTooMuch() {
        var facts = new Facts(rightsize(1_000), List.of(contoso()), setting);
        var walk = expressions.compile("event.resources.all(r, r.id != r.type + r.name)", ValueType.TRUTH);
        Outcome last = Outcome.YES;

        for (int i = 0; i < 100; i++) {
            last = walk.evaluate(facts);
        }

        assertThat(last)
                .isInstanceOfSatisfying(
                        Outcome.Broken.class, broken -> assertThat(broken.why()).contains("500000 steps"));
    }

    @Test
    void walksOverAThousandResourcesWithoutComplaint() {
        var facts = new Facts(rightsize(1_000), List.of(contoso()), setting);

        var outcome = expressions
                .compile("event.resources.filter(r, r.id.endsWith('7')).map(r, r.id).size() == 100", ValueType.TRUTH)
                .evaluate(facts);

        assertThat(outcome).isEqualTo(Outcome.YES);
    }

    @Test
    void refusesRatherThanOverflowsWhatIsNestedTooDeeply() {
        var deep = "(".repeat(1_900) + "true" + ")".repeat(1_900);
        var sum = "1" + "+1".repeat(1_900) + " > 0";

        assertThat(expressions.compile(deep, ValueType.TRUTH).refusal()).isPresent();
        assertThat(expressions.compile(sum, ValueType.TRUTH).refusal()).isPresent();
        assertThat(expressions.compile("x".repeat(4_001), ValueType.TRUTH).refusal())
                .hasValue("has 4001 characters; at most 4000");
    }

    private String broken(String condition) {
        return ((Outcome.Broken) evaluate(condition, ValueType.TRUTH)).why();
    }

    private Outcome evaluate(String source, ValueType type) {
        var expression = expressions.compile(source, type);
        assertThat(expression.refusal()).as(source).isEmpty();
        return expression.evaluate(facts(diskFull()));
    }

    private Facts facts(Event event) {
        var own = organization("contoso", "group", null, 12L, TicketTemplate.NONE);
        var group = organization("group", null, "acme-halo", 10L, TicketTemplate.NONE);
        return new Facts(event, List.of(own, group), setting);
    }

    private static List<String> golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(CelExpressionsTest.class.getResourceAsStream("/golden/expression-errors.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
