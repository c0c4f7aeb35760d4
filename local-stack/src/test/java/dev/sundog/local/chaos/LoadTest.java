package dev.sundog.local.chaos;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.load.Way;
import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final LoadPlan PLAN = LoadPlan.of(1, World.standard(), Duration.ofSeconds(2), 600);

    private final List<PlannedEvent> taken = new CopyOnWriteArrayList<>();

    @Test
    void sendsEachEventAgainUntilItIsAcceptedAndTheNextOfItsMatterOnlyThen() {
        var refused = new CopyOnWriteArrayList<String>();
        Product moody = event -> refused.addIfAbsent(event.id()) ? false : taken.add(event);
        var load = new Load(TIME, moody, moody);

        load.begin(PLAN, new RunClock()).await(Duration.ofSeconds(30));

        assertThat(load.accepted()).hasSameSizeAs(PLAN.events());
        assertThat(load.undecided()).isEmpty();
        assertThat(load.tries()).isEqualTo(2 * PLAN.events().size());
        assertThat(taken.stream().collect(groupingBy(PlannedEvent::matter)).values())
                .allMatch(matter -> matter.equals(PLAN.events().stream()
                        .filter(event -> event.matter() == matter.getFirst().matter())
                        .toList()));
    }

    @Test
    void givesUpWhatIsNeverAcceptedAndSaysSo() {
        Product wall = _ -> false;
        var load = new Load(TIME, taken::add, wall);

        load.begin(PLAN, new RunClock()).await(Duration.ofSeconds(3));

        assertThat(load.undecided())
                .isNotEmpty()
                .allMatch(id ->
                        PLAN.events().stream().anyMatch(event -> event.id().equals(id) && event.way() != Way.HTTP));
        assertThat(load.accepted()).hasSize(taken.size());
    }
}
