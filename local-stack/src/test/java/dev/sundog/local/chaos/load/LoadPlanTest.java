package dev.sundog.local.chaos.load;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    private static final Duration LENGTH = Duration.ofMinutes(3);

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        var one = LoadPlan.of(1, World.standard(), LENGTH, 60);
        var same = LoadPlan.of(1, World.standard(), LENGTH, 60);
        var other = LoadPlan.of(2, World.standard(), LENGTH, 60);

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void holdsEveryFateAndWay() {
        var plan = LoadPlan.of(3, World.standard(), LENGTH, 90);

        assertThat(plan.events()).extracting(PlannedEvent::fate).contains(Fate.values());
        assertThat(plan.events()).extracting(PlannedEvent::way).contains(Way.values());
        assertThat(plan.events()).extracting(PlannedEvent::at).isSorted().allMatch(at -> at.compareTo(LENGTH) < 0);
        assertThat(plan.events()).extracting(PlannedEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void beginsEachMatterWithItsBeginning() {
        var plan = LoadPlan.of(4, World.standard(), LENGTH, 90);

        var matters = plan.events().stream().collect(groupingBy(PlannedEvent::matter));

        assertThat(matters.values()).extracting(List::getFirst).noneMatch(PlannedEvent::over);
        assertThat(matters.values()).anyMatch(matter -> matter.getLast().over());
        assertThat(matters.values())
                .as("comes back after it was over")
                .anyMatch(matter -> matter.stream().anyMatch(PlannedEvent::over)
                        && !matter.getLast().over());
    }

    @Test
    void sendsWithoutAKeyOnlyWhatNeedsNoOrder() {
        var plan = LoadPlan.of(5, World.standard(), LENGTH, 90);

        var matters = plan.events().stream().collect(groupingBy(PlannedEvent::matter));

        assertThat(matters.values())
                .filteredOn(matter -> matter.getFirst().way() == Way.AVRO_WITHOUT_KEY)
                .isNotEmpty()
                .allMatch(matter -> matter.size() == 1);
    }

    @Test
    void letsSomeAlertsShareATicketAndNeverAcrossOrganizations() {
        var plan = LoadPlan.of(6, World.standard(), LENGTH, 90);

        var groups = plan.events().stream()
                .filter(event -> !event.host().isEmpty())
                .collect(groupingBy(PlannedEvent::group));

        assertThat(groups.values())
                .anyMatch(group ->
                        group.stream().map(PlannedEvent::matter).distinct().count() > 1);
        assertThat(groups.values())
                .allMatch(group -> group.stream()
                                .map(PlannedEvent::organizationId)
                                .distinct()
                                .count()
                        == 1);
    }
}
