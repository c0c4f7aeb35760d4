package dev.sundog.routing.expression;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Compiles expressions in CEL for one setting. Names and types are checked against the facts and against what the expression has
 * to give, so that {@code event.severty} is refused at once and not when an event comes. Safe from any thread.
 */
public final class CelExpressions {

    /** Longest source, in characters. */
    public static final int LONGEST = 4_000;

    private static final int KEPT = 10_000;
    private static final int DEEPEST = 100;
    private static final int LARGEST_PATTERN = 1_000;
    private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(10_000)
            .maxExpressionCodePointSize(LONGEST)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .build();

    /** Text functions that cannot make much out of little; those that can, replace and join, are left out. */
    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.UPPER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM);

    private static final CelPatterns PATTERNS = new CelPatterns();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = runtime();

    private final Map<String, FactNames.Sort> facts = new TreeMap<>(FactNames.ALWAYS);
    private final ConcurrentMap<Asked, Expression> kept = new ConcurrentHashMap<>();
    private final boolean knowsHours;
    private final CelCompiler compiler;

    /** Compiles against the facts that are always there and the tables of the setting. */
    public CelExpressions(Setting setting) {
        setting.tables().forEach(table -> facts.put(table, FactNames.Sort.TEXTS_BY_NAME));
        compiler = setting.tables().isEmpty() ? COMPILER : with(setting.tables());
        knowsHours = setting.calendar().known();
    }

    /** Compiles a source; the same one only once, as long as there are not too many. */
    public Expression compile(String source, ValueType type) {
        var asked = new Asked(source, type);
        var known = kept.get(asked);
        if (known != null) {
            return known;
        }
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        var fresh = fresh(source, type);
        kept.put(asked, fresh);
        return fresh;
    }

    private Expression fresh(String source, ValueType type) {
        var problems = new CelProblems(source, facts.keySet());
        if (source.length() > LONGEST) {
            return new RefusedExpression("has " + source.length() + " characters; at most " + LONGEST);
        }
        try {
            return checked(compiler.compile(source).getAst(), type, problems);
        } catch (CelValidationException invalid) {
            return new RefusedExpression(problems.of(invalid));
        } catch (CelEvaluationException | PatternSyntaxException invalid) {
            return new RefusedExpression(problems.of(invalid));
        } catch (StackOverflowError tooDeep) {
            // The compiler descends into the source before anybody can measure its depth.
            return new RefusedExpression("is nested too deeply; at most " + DEEPEST + " levels");
        }
    }

    private Expression checked(CelAbstractSyntaxTree ast, ValueType type, CelProblems problems)
            throws CelEvaluationException {
        var reads = CelReads.of(ast);
        if (!gives(ast.getResultType(), type)) {
            return new RefusedExpression(
                    "gives " + CelProblems.words(ast.getResultType()) + ", must give " + type.words());
        }
        if (reads.depth() > DEEPEST) {
            return new RefusedExpression("is nested " + reads.depth() + " levels deep; at most " + DEEPEST);
        }
        if (reads.names().contains("time.businessHours") && !knowsHours) {
            return new RefusedExpression(
                    "reads time.businessHours, which is known only where a policy has businessHours");
        }
        for (var pattern : reads.patterns()) {
            if (pattern.isEmpty()) {
                return new RefusedExpression("matches() needs its pattern as a text in quotes");
            }
            if (PATTERNS.compiled(pattern.get()).programSize() > LARGEST_PATTERN) {
                return new RefusedExpression("the pattern is too large: " + CelProblems.cut(pattern.get(), 60));
            }
        }
        return new CelExpression(RUNTIME.createProgram(ast), type, reads, problems);
    }

    private static boolean gives(CelType given, ValueType type) {
        var bare = given instanceof OptionalType optional && type != ValueType.TRUTH
                ? optional.parameters().getFirst()
                : given;
        return bare.equals(
                switch (type) {
                    case TRUTH -> SimpleType.BOOL;
                    case TEXT -> SimpleType.STRING;
                    case NUMBER -> SimpleType.INT;
                    case NUMBERS -> ListType.create(SimpleType.INT);
                });
    }

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(STRINGS, CelExtensions.optional());
        FactNames.ALWAYS.forEach((name, sort) -> builder.addVar(name, type(sort)));
        return builder.build();
    }

    private static CelRuntime runtime() {
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(StandardFunction.MATCHES)
                        .build())
                .addLibraries(STRINGS, CelExtensions.optional())
                .addFunctionBindings(PATTERNS.functions())
                .build();
    }

    private static CelCompiler with(Set<String> tables) {
        var builder = COMPILER.toCompilerBuilder();
        tables.forEach(table -> builder.addVar(table, TEXTS));
        return builder.build();
    }

    private static CelType type(FactNames.Sort sort) {
        return switch (sort) {
            case TEXT -> SimpleType.STRING;
            case WHOLE -> SimpleType.INT;
            case DECIMAL -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TEXTS_BY_NAME -> TEXTS;
            case ROWS -> ListType.create(TEXTS);
        };
    }

    private record Asked(String source, ValueType type) {}
}
