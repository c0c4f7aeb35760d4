package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.simulation.Violation.Promise;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transitions that exist, read from the code, and which of them lead from one phase to another. */
final class PhaseSteps {

    private static final int LONGEST_WAY = 4;
    private static final Map<Class<?>, List<Method>> STEPS = steps();
    private static final Map<Pair, Optional<Method[]>> SOURCES = new ConcurrentHashMap<>();

    private record Pair(Method transition, Class<?> after) {}

    private PhaseSteps() {}

    /** Every transition as {@code Type.method}, the type being the one that declares it. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        STEPS.values()
                .forEach(methods -> methods.stream()
                        .filter(method -> !isComponent(method))
                        .forEach(method -> all.add(name(method))));
        return all;
    }

    /** The transitions of each phase, in the order of the code. */
    static Map<Class<?>, List<Method>> byPhase() {
        return STEPS;
    }

    static boolean isComponent(Method method) {
        return method.getDeclaringClass().isRecord()
                && Arrays.stream(method.getDeclaringClass().getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    /** Counts the transitions that lead from one phase to the other; there must be such. */
    static void explain(@Nullable Phase before, Phase after, Coverage coverage) {
        coverage.count("phase", after.getClass().getSimpleName());
        if (before == null) {
            return;
        }
        for (boolean commanded : new boolean[] {false, true}) {
            for (int length = 1; length <= LONGEST_WAY; length++) {
                Optional<List<String>> way = way(before, after, length, commanded);
                if (way.isPresent()) {
                    way.get().forEach(step -> coverage.count("transition", step));
                    return;
                }
            }
        }
        throw new Violation(Promise.LEGAL_TRANSITION, "nothing leads from " + before + " to " + after);
    }

    /** A way of at most this length; what leads on from everywhere counts only if nothing else explains it. */
    private static Optional<List<String>> way(Phase before, Phase after, int length, boolean commanded) {
        if (before.equals(after)) {
            return Optional.of(List.of());
        }
        if (length == 0) {
            return Optional.empty();
        }
        for (Method method : STEPS.getOrDefault(before.getClass(), List.of())) {
            if (!commanded && method.getDeclaringClass().equals(Phase.class)) {
                continue;
            }
            Optional<List<String>> rest =
                    step(before, method, after).flatMap(next -> way(next, after, length - 1, commanded));
            if (rest.isPresent()) {
                List<String> found = new ArrayList<>(List.of(name(method)));
                found.addAll(rest.get());
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The transition with its arguments taken from the phase it should lead to, by name or else by type. */
    private static Optional<Phase> step(Phase before, Method method, Phase after) {
        Optional<Method[]> sources = SOURCES.computeIfAbsent(new Pair(method, after.getClass()), PhaseSteps::sources);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        try {
            Object[] arguments = new Object[sources.get().length];
            for (int index = 0; index < arguments.length; index++) {
                arguments[index] = sources.get()[index].invoke(after);
            }
            return Optional.of((Phase) method.invoke(before, arguments));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where in the phase it leads to the arguments of a transition are found; empty if one is not there. */
    private static Optional<Method[]> sources(Pair pair) {
        Parameter[] parameters = pair.transition().getParameters();
        Method[] sources = new Method[parameters.length];
        for (int index = 0; index < parameters.length; index++) {
            Optional<RecordComponent> source = component(pair.after(), parameters[index]);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            sources[index] = source.get().getAccessor();
        }
        return Optional.of(sources);
    }

    private static Optional<RecordComponent> component(Class<?> phase, Parameter parameter) {
        List<RecordComponent> candidates = Arrays.stream(phase.getRecordComponents())
                .filter(component -> component.getType().equals(parameter.getType()))
                .toList();
        return candidates.stream()
                .filter(component -> component.getName().equals(parameter.getName()))
                .findFirst()
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Map<Class<?>, List<Method>> steps() {
        Map<Class<?>, List<Method>> steps = new LinkedHashMap<>();
        leaves(Phase.class).forEach(phase -> {
            List<Method> methods = Arrays.stream(phase.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .toList();
            List<Method> declared = Stream.concat(Arrays.stream(phase.getDeclaredMethods()), methods.stream())
                    .distinct()
                    .filter(method -> Phase.class.isAssignableFrom(method.getReturnType()) && !method.isBridge())
                    .sorted(Comparator.comparing(PhaseSteps::isComponent)
                            .thenComparing(method -> !method.getDeclaringClass().isRecord())
                            .thenComparing(method -> method.getDeclaringClass().equals(Phase.class))
                            .thenComparing(Method::getName))
                    .toList();
            declared.forEach(method -> method.setAccessible(true));
            steps.put(phase, declared);
        });
        return steps;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(PhaseSteps::leaves)
                        .distinct();
    }
}
