package dev.sundog.routing.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.policy.Condition.Answer;
import dev.sundog.routing.policy.Condition.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in CEL, checked for names and types when they are compiled.
 *
 * <p>Every fact is a variable of its own under a dotted name, so that {@code event.severty} is refused at once and not when an
 * event comes. A fact that the event does not carry is the empty text, so a condition need not ask for its presence; only
 * labels may be missing: {@code 'host' in event.labels}.
 */
final class CelConditions {

    private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final Map<String, CelType> VARIABLES = Map.ofEntries(
            Map.entry("event.kind", SimpleType.STRING),
            Map.entry("event.id", SimpleType.STRING),
            Map.entry("event.source", SimpleType.STRING),
            Map.entry("event.organizationId", SimpleType.STRING),
            Map.entry("event.dedupKey", SimpleType.STRING),
            Map.entry("event.status", SimpleType.STRING),
            Map.entry("event.severity", SimpleType.STRING),
            Map.entry("event.title", SimpleType.STRING),
            Map.entry("event.description", SimpleType.STRING),
            Map.entry("event.category", SimpleType.STRING),
            Map.entry("event.labels", TEXTS),
            Map.entry("event.resources", ListType.create(TEXTS)),
            Map.entry("event.estimatedSaving", SimpleType.DOUBLE),
            Map.entry("event.requestedBy", SimpleType.STRING),
            Map.entry("organization.id", SimpleType.STRING),
            Map.entry("organization.name", SimpleType.STRING),
            Map.entry("organization.tenantId", SimpleType.STRING),
            Map.entry("organization.parentId", SimpleType.STRING));
    private static final Pattern FACT = Pattern.compile("\\b(?:event|organization)\\.\\w+");
    // A condition walks lists of at most this many steps: a nested loop over a big event must not hold the stream.
    private static final CelOptions OPTIONS =
            CelOptions.current().comprehensionMaxIterations(10_000).build();

    private static final int SHOWN = 500;

    private final CelCompiler compiler;
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    CelConditions() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        VARIABLES.forEach(builder::addVar);
        compiler = builder.build();
    }

    /** Compiles a condition. One that cannot be compiled is a condition that is always broken. */
    Condition compile(@Nullable String source) {
        if (source == null || source.isBlank()) {
            return facts -> Answer.YES;
        }
        try {
            var ast = compiler.compile(source).getAst();
            return new CelCondition(runtime.createProgram(ast), names(ast));
        } catch (CelValidationException | CelEvaluationException invalid) {
            Answer broken = new Answer.Broken(oneLine(invalid) + unknownFacts(source));
            return facts -> broken;
        }
    }

    /** Names of the facts that a condition looks at; which of them it read depends on the event. */
    private static Set<String> names(CelAbstractSyntaxTree ast) {
        return ast.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(VARIABLES::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a condition cannot be compiled. */
    Optional<String> refusal(@Nullable String source) {
        if (source == null || source.isBlank()) {
            return Optional.empty();
        }
        try {
            compiler.compile(source).getAst();
            return Optional.empty();
        } catch (CelValidationException invalid) {
            return Optional.of(oneLine(invalid) + unknownFacts(source));
        }
    }

    private static Answer ask(CelRuntime.Program program, Facts facts) {
        try {
            Object value = program.eval(facts.variables(() -> variables(facts)));
            // An unknown value is no exception in CEL but a result of another type.
            return value instanceof Boolean yes
                    ? (yes ? Answer.YES : Answer.NO)
                    : new Answer.Broken("the condition is neither true nor false");
        } catch (CelEvaluationException failed) {
            return new Answer.Broken(oneLine(failed));
        }
    }

    private static Map<String, Object> variables(Facts facts) {
        var event = facts.event();
        var organization = facts.organization();
        var variables = new HashMap<String, Object>(32);
        variables.put("event.kind", event.kind().name());
        variables.put("event.id", event.eventId());
        variables.put("event.source", event.source());
        variables.put("event.organizationId", event.organizationId());
        variables.put("event.dedupKey", event.dedupKey());
        variables.put("event.status", event.status());
        variables.put("event.severity", event.severity().name());
        variables.put("event.title", event.title());
        variables.put("event.description", text(event.description()));
        variables.put("event.category", text(event.category()));
        variables.put("event.labels", event.labels());
        variables.put(
                "event.resources",
                event.resources().stream().map(CelConditions::resource).toList());
        variables.put("event.estimatedSaving", saving(event));
        variables.put("event.requestedBy", requester(event));
        variables.put("organization.id", organization.id());
        variables.put("organization.name", text(organization.name()));
        variables.put("organization.tenantId", organization.tenantId());
        variables.put("organization.parentId", text(organization.parentId()));
        return variables;
    }

    private static Map<String, String> resource(Resource resource) {
        return Map.of(
                "id", resource.id(),
                "type", text(resource.type()),
                "name", text(resource.name()),
                "url", text(resource.url()));
    }

    private static double saving(Event event) {
        var saving = event.advice().saving();
        return saving == null ? 0 : saving.amount().doubleValue();
    }

    private static String requester(Event event) {
        var requester = event.advice().requestedBy();
        return requester == null ? "" : requester.name();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Names the facts that do not exist, which CEL itself calls an undeclared {@code event}. */
    private static String unknownFacts(String source) {
        var unknown = FACT.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(name -> !VARIABLES.containsKey(name))
                .distinct()
                .toList();
        return unknown.isEmpty() ? "" : "; no such fact: " + String.join(", ", unknown);
    }

    private static String oneLine(Exception failure) {
        return List.of(String.valueOf(failure.getMessage()).split("\\R")).getFirst();
    }

    private record CelCondition(CelRuntime.Program program, Set<String> names) implements Condition {

        @Override
        public Answer ask(Facts facts) {
            return CelConditions.ask(program, facts);
        }

        @Override
        public SortedMap<String, String> read(Facts facts) {
            var variables = facts.variables(() -> variables(facts));
            var values = new TreeMap<String, String>();
            names.forEach(name -> values.put(name, shown(variables.get(name))));
            return values;
        }

        private static String shown(@Nullable Object value) {
            var text = String.valueOf(ordered(value));
            return text.codePointCount(0, text.length()) > SHOWN
                    ? text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…"
                    : text;
        }

        private static @Nullable Object ordered(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> new TreeMap<>(map);
                case List<?> list -> list.stream().map(CelCondition::ordered).toList();
                case null, default -> value;
            };
        }
    }
}
