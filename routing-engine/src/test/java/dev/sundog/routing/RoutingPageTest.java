package dev.sundog.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.BusinessHours;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.OpeningHours;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.PolicyExample;
import dev.sundog.configuration.Recurrence;
import dev.sundog.configuration.Rule;
import dev.sundog.configuration.Silence;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.routing.check.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Does what {@code docs/routing.md} says: every block is checked and every example decided. */
class RoutingPageTest {

    /** Counted by the console; a draft is published by its own call. */
    private static final Set<String> NOT_WRITTEN = Set.of("version", "shadow");

    @TestFactory
    Stream<DynamicTest> holdsWhatItSays() throws IOException {
        return PageBlock.all().stream().map(block -> DynamicTest.dynamicTest(block.name(), () -> holds(block)));
    }

    @Test
    void showsEveryFieldInABlockThatIsExecuted() throws IOException {
        var shown = new TreeSet<String>();
        PageBlock.all().forEach(block -> shown.addAll(block.fields()));

        assertThat(shown)
                .containsAll(fields(
                        Policy.getClassSchema(),
                        Rule.getClassSchema(),
                        TicketTemplate.getClassSchema(),
                        LifecycleSettings.getClassSchema(),
                        BusinessHours.getClassSchema(),
                        OpeningHours.getClassSchema(),
                        PolicyExample.getClassSchema(),
                        Silence.getClassSchema(),
                        Recurrence.getClassSchema()));
    }

    @Test
    void beginsWithAnExampleAndHasTenRecipes() throws IOException {
        var blocks = PageBlock.all();

        assertThat(blocks.getFirst().line()).isLessThan(10);
        assertThat(blocks).filteredOn(block -> block.name().contains("recipe-")).hasSize(10);
        assertThat(blocks)
                .filteredOn(
                        block -> block.examples().isEmpty() && block.refusal().isEmpty() && !block.silences())
                .isEmpty();
    }

    private static void holds(PageBlock block) {
        if (block.refusal().isPresent()) {
            assertThat(block.findings())
                    .extracting(Finding::message)
                    .anySatisfy(message ->
                            assertThat(message).contains(block.refusal().get()));
            return;
        }
        assertThat(block.findings()).isEmpty();
        assertThat(block.faults()).isEmpty();
    }

    private static List<String> fields(Schema... schemas) {
        return Stream.of(schemas)
                .flatMap(schema -> schema.getFields().stream())
                .map(Schema.Field::name)
                .filter(name -> !NOT_WRITTEN.contains(name))
                .toList();
    }
}
