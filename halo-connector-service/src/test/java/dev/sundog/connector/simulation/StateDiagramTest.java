package dev.sundog.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.lifecycle.Phase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state diagram in the document is the one that the code has. */
class StateDiagramTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "delivery.md");
    private static final Path MADE = Path.of("target", "delivery-states.mmd");

    @Test
    void standsInTheDocumentAsTheCodeHasIt() throws IOException {
        String diagram = diagram();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, diagram);

        assertThat(Files.readString(DOCUMENT))
                .as("the diagram of docs/delivery.md; the one of the code is in %s", MADE.toAbsolutePath())
                .contains(diagram);
    }

    @Test
    void namesEveryPhaseAndEveryTransition() {
        assertThat(diagram())
                .contains(PhaseSteps.all().stream()
                        .map(step -> step.replaceFirst(".*\\.", ""))
                        .toList());
        assertThat(PhaseSteps.byPhase().keySet())
                .extracting(Class::getSimpleName)
                .allMatch(diagram()::contains);
    }

    private static String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> Idle\n");
        PhaseSteps.byPhase().forEach((phase, methods) -> {
            Map<String, List<String>> ways = new TreeMap<>();
            for (Method method : methods) {
                targets(method)
                        .forEach(target -> ways.computeIfAbsent(target, _ -> new ArrayList<>())
                                .add(method.getName()));
            }
            ways.forEach((target, names) -> text.append("    ")
                    .append(phase.getSimpleName())
                    .append(" --> ")
                    .append(target)
                    .append(" : ")
                    .append(String.join(", ", names.stream().sorted().toList()))
                    .append('\n'));
        });
        everywhere()
                .forEach(method -> text.append("    note right of ")
                        .append(method.getReturnType().getSimpleName())
                        .append(" : ")
                        .append(method.getName())
                        .append(" leads here from everywhere\n"));
        return text.toString();
    }

    /** Where a transition leads; what leads on from every phase is told in a note instead. */
    private static Stream<String> targets(Method method) {
        Class<?> target = method.getReturnType();
        boolean everywhere = method.getDeclaringClass().equals(Phase.class);
        // A component that is a record is where the phase came from and may go back to by transitions of its own.
        boolean told = PhaseSteps.isComponent(method) && target.isRecord();
        return everywhere || told ? Stream.empty() : leaves(target).map(Class::getSimpleName);
    }

    private static Stream<Method> everywhere() {
        return PhaseSteps.byPhase().values().iterator().next().stream()
                .filter(method -> method.getDeclaringClass().equals(Phase.class));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(StateDiagramTest::leaves)
                        .distinct();
    }
}
