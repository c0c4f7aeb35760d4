package dev.sundog.routing.property;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Advice;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.event.Link;
import dev.sundog.routing.event.Requester;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.event.Saving;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.expression.BusinessHours;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.silence.Recurrence;
import dev.sundog.routing.silence.Scope;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.ticket.CustomField;
import dev.sundog.routing.ticket.TicketTemplate;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random events and configuration from a seed: mostly sensible, often odd, sometimes nonsense. */
final class Chances {

    private static final List<String> TEXTS = List.of(
            "",
            "db-1",
            "prod",
            "storage",
            "Disk full",
            "{{#title}}",
            "<b>&\"'",
            "ß€\uD83D\uDE00",
            "a/b%c",
            "x".repeat(3_000));
    private static final List<String> NAMES = List.of("host", "env", "cluster", "timestamp");
    private static final List<String> ATOMS = List.of(
            "event.title",
            "event.severity",
            "event.category",
            "event.dedupKey",
            "event.description",
            "event.kind",
            "event.labels['host']",
            "event.labels[?'env'].orValue('-')",
            "event.resources[0].id",
            "organization.name",
            "event.requesterEmail",
            "lookups.owners[event.category]",
            "lookups.owners[?event.source].orValue('')",
            "parents[0].id",
            "time.dayOfWeek",
            "event.title.substring(3)",
            "event.title.split(' ')[1]",
            "'text'",
            "string(event.estimatedSaving)",
            "event.occurredAt",
            "event.nonsense",
            "lookups.absent['x']");
    private static final List<String> NUMBERS = List.of(
            "1",
            "0",
            "-3",
            "time.hour",
            "size(event.title)",
            "int(event.title)",
            "1 / size(event.resources)",
            "9223372036854775807 + 1",
            "int(event.estimatedSaving)",
            "event.severity == 'HIGH' ? 2 : 4",
            "'one'");
    private static final List<String> LISTS = List.of(
            "[1, 2]",
            "event.over ? [] : [3]",
            "event.resources.map(r, size(r.id))",
            "event.resources.map(r, int(r.id))",
            "[[1]]");

    private static final List<String> KEYS =
            List.of("event.dedupKey", "event.category + '/' + event.labels['host']", "event.resources[0].id");

    private final Random random;
    private final boolean wild;
    private final String mark;

    Chances(long seed) {
        this(seed, true);
    }

    /**
     * From a seed.
     *
     * @param wild true: configuration that no check would accept, too
     */
    Chances(long seed, boolean wild) {
        this(seed, wild, "");
    }

    /**
     * As the other.
     *
     * @param mark stands in all words that configuration has, and in none of an event
     */
    Chances(long seed, boolean wild, String mark) {
        random = new Random(seed);
        this.wild = wild;
        this.mark = mark;
    }

    /** Of a list whose last members are nonsense. */
    private String sane(List<String> of, int nonsense) {
        return one(wild ? of : of.subList(0, of.size() - nonsense));
    }

    Event event(String tenantId, String organizationId) {
        return sentBy(random.nextBoolean() ? tenantId : null, organizationId);
    }

    Event sentBy(@Nullable String senderTenantId, String organizationId) {
        boolean alert = random.nextBoolean();
        boolean over = random.nextInt(4) == 0;
        return new Event(
                alert ? Kind.ALERT : Kind.RECOMMENDATION,
                "e" + random.nextInt(1_000),
                one(List.of("watchtower", "advisor")),
                organizationId,
                "matter/" + random.nextInt(20),
                alert ? (over ? "RESOLVED" : "FIRING") : (over ? "COMPLETED" : "OPEN"),
                over,
                one(List.of(Severity.values())),
                one(TEXTS),
                maybe(TEXTS),
                maybe(TEXTS),
                moment(),
                resources(),
                labels(),
                List.of(new Link(one(TEXTS), maybe(TEXTS))),
                alert ? Advice.NONE : advice(),
                senderTenantId,
                moment());
    }

    Policy policy(String id, String tenantId) {
        var rules = IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> rule("rule-" + number))
                .toList();
        Map<String, Map<String, String>> lookups = !wild || random.nextBoolean()
                ? Map.of("owners", Map.of("storage", "Storage" + mark, "db-1", "Databases" + mark))
                : Map.of();
        return new Policy(id, tenantId, random.nextInt(3) + 1, rules, template(), lookups, hours(), null);
    }

    Connection connection(String id, String tenantId, @Nullable String policyId) {
        return new Connection(
                id,
                tenantId,
                1,
                random.nextInt(8) > 0,
                List.of(),
                policyId,
                template(),
                random.nextInt(4) == 0 ? Set.of(tenantId + "-root") : Set.of(),
                random.nextBoolean() ? 500L : null);
    }

    Organization organization(String id, String tenantId, @Nullable String parentId, @Nullable String connectionId) {
        return new Organization(
                id,
                tenantId,
                1,
                marked(TEXTS),
                parentId,
                connectionId,
                random.nextInt(4) > 0 ? (Long) (long) (1 + random.nextInt(99)) : null,
                random.nextBoolean() ? 18L : null,
                null,
                null,
                random.nextBoolean() ? template() : TicketTemplate.NONE);
    }

    /** One that its check accepts, at most about one organization, in force on most of the days that events are of. */
    Silence silence(String id, String tenantId, String organizationId) {
        var startsAt = moment().minus(Duration.ofDays(20));
        boolean untilResolved = random.nextInt(3) == 0;
        boolean recurs = !untilResolved && random.nextBoolean();
        return new Silence(
                id,
                tenantId,
                1,
                null,
                "ada" + mark,
                "because" + mark,
                startsAt,
                untilResolved ? null : startsAt.plus(Duration.ofDays(10 + random.nextInt(40))),
                untilResolved,
                recurs ? new Recurrence("FREQ=DAILY", "Europe/Berlin", Duration.ofHours(12)) : null,
                new Scope(
                        random.nextBoolean() ? Set.of(organizationId) : Set.of(),
                        random.nextInt(3) == 0 ? Set.of("watchtower") : Set.of(),
                        random.nextInt(3) == 0 ? List.of("db-*") : List.of(),
                        random.nextInt(3) == 0 ? Set.of("storage", "prod") : Set.of(),
                        random.nextInt(3) == 0 ? Set.of(Severity.HIGH, Severity.LOW) : Set.of()),
                random.nextInt(3) == 0 ? condition(1) : null);
    }

    private Rule rule(String id) {
        return new Rule(
                id,
                id,
                random.nextInt(5) == 0 ? null : condition(2),
                one(List.of(Rule.Action.ROUTE, Rule.Action.ROUTE, Rule.Action.SUPPRESS, Rule.Action.PARK)),
                "because" + mark,
                random.nextBoolean() ? moment() : null,
                random.nextInt(3) == 0,
                template());
    }

    TicketTemplate template() {
        var computed = new TreeMap<String, String>();
        chance(computed, "team", text(1));
        chance(computed, "summary", text(2));
        chance(computed, "details", text(2));
        chance(computed, "categories.2", text(1));
        chance(computed, "customFields.CFx", text(1));
        chance(computed, "priorityId", sane(NUMBERS, 1));
        chance(computed, "customerId", sane(NUMBERS, 1));
        chance(computed, "impact", sane(NUMBERS, 1));
        chance(computed, "assetIds", sane(LISTS, 1));
        if (wild) {
            chance(computed, "nonsense", "1");
        }
        return TicketTemplate.builder()
                .team(marked(TEXTS))
                .ticketTypeId(random.nextBoolean() ? 21L : null)
                .priorityBySeverity(random.nextBoolean() ? Map.of("HIGH", 2L, "LOW", 4L) : Map.of())
                .priorityBySeverityAndImpact(random.nextBoolean() ? Map.of("HIGH/2", 1L) : Map.of())
                .categories(random.nextBoolean() ? List.of("A", "", "C") : List.of())
                .customFields(List.of(new CustomField("CFx", one(TEXTS) + mark)))
                .computed(computed)
                .summaryTemplate(marked(wild ? List.of("{{title}}", "{{open") : List.of("{{title}}")))
                .noteTemplate(marked(wild ? List.of("<p>{{title}}</p>", "<script>") : List.of("<p>{{title}}</p>")))
                .locale(maybe(wild ? List.of("en-NZ", "tlh-x") : List.of("en-NZ")))
                .timeZone(maybe(wild ? List.of("Pacific/Auckland", "Mars/Olympus") : List.of("Pacific/Auckland")))
                .groupBy(wild && random.nextInt(4) == 0 ? List.of("category", "labels.host") : List.of())
                .groupKey(random.nextInt(4) == 0 ? (wild ? text(1) : one(KEYS)) : null)
                .build();
    }

    private String condition(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(8)) {
                case 0 -> "event.over";
                case 1 -> "time.businessHours";
                case 2 -> text(0) + " == " + text(0);
                case 3 -> text(0) + ".matches('[a-z]+-[0-9]')";
                case 4 -> "event.resources.exists(r, r.id == " + text(0) + ")";
                case 5 -> "'host' in event.labels";
                case 6 -> sane(NUMBERS, 1) + " < " + sane(NUMBERS, 1);
                default -> "event.severity in ['HIGH', 'CRITICAL']";
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 2 -> "!(" + condition(depth - 1) + ")";
            default -> condition(0);
        };
    }

    private String text(int depth) {
        return depth == 0
                ? sane(ATOMS, 2)
                : switch (random.nextInt(3)) {
                    case 0 -> text(depth - 1) + " + '/' + " + text(depth - 1);
                    case 1 -> "(" + condition(0) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
                    default -> sane(ATOMS, 2);
                };
    }

    private @Nullable BusinessHours hours() {
        return switch (wild ? random.nextInt(4) : 3) {
            case 0 -> null;
            case 1 -> new BusinessHours("Mars/Olympus", List.of(), List.of("someday"));
            default ->
                new BusinessHours(
                        "Europe/Berlin",
                        List.of(new BusinessHours.Opening(DayOfWeek.MONDAY, "08:00", "24:00")),
                        List.of("2026-12-25"));
        };
    }

    private List<Resource> resources() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> new Resource(one(TEXTS) + number, maybe(TEXTS), maybe(TEXTS), maybe(TEXTS)))
                .toList();
    }

    private Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        NAMES.forEach(name -> {
            if (random.nextBoolean()) {
                labels.put(name, one(TEXTS));
            }
        });
        return labels;
    }

    private Advice advice() {
        return new Advice(
                maybe(TEXTS),
                maybe(TEXTS),
                random.nextBoolean() ? new Saving(new BigDecimal("12345678901234567890.12"), "EUR", "MONTHLY") : null,
                random.nextBoolean() ? new Requester(one(TEXTS), maybe(TEXTS)) : null);
    }

    private Instant moment() {
        return Instant.parse("2026-11-21T21:00:00Z").plusSeconds(random.nextInt(30 * 86_400));
    }

    private void chance(Map<String, String> map, String name, String value) {
        if (random.nextInt(20) == 0) {
            map.put(name, value);
        }
    }

    /** A number below another. */
    int oneOf(int count) {
        return random.nextInt(count);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private @Nullable String marked(List<String> of) {
        var text = maybe(of);
        return text == null ? null : text + mark;
    }

    private <T> @Nullable T maybe(List<T> of) {
        return random.nextBoolean() ? one(new ArrayList<>(of)) : null;
    }
}
