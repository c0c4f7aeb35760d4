package dev.sundog.local.chaos.isolation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.world.Site;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HospitalTest {

    private final Hospital hospital = new Hospital(2);

    @Test
    void hasSickConnectionsOfItsOwnForEachRound() {
        assertThat(hospital.world().sites()).hasSize(Hospital.HEALTHY + 2 * Ailment.values().length);
        assertThat(hospital.sick(1).values())
                .extracting(Site::connectionId)
                .containsExactly("dead-2", "limited-2", "slow-2");
        assertThat(hospital.world().sites())
                .containsAll(hospital.sick(0).values())
                .containsAll(hospital.sick(1).values());
    }

    @Test
    void sendsEachConnectionTheSameNumberOfNewMatters() {
        var plan = Hospital.plan(3, hospital.healthy(), Duration.ofSeconds(24));

        var counts = plan.events().stream().collect(groupingBy(PlannedEvent::organizationId, counting()));

        assertThat(counts).hasSize(Hospital.HEALTHY);
        assertThat(counts.values()).containsOnly(6L);
        assertThat(plan.events()).extracting(PlannedEvent::at).isSorted();
        assertThat(plan.events()).extracting(PlannedEvent::matter).doesNotHaveDuplicates();
    }

    @Test
    void neverSpeaksOfTheMattersOfAnotherRound() {
        var one = Hospital.plan(1, hospital.healthy(), Duration.ofSeconds(24));
        var other = Hospital.plan(2, hospital.healthy(), Duration.ofSeconds(24));

        assertThat(one.events().stream().map(PlannedEvent::id))
                .doesNotContainAnyElementsOf(
                        other.events().stream().map(PlannedEvent::id).toList());
    }
}
