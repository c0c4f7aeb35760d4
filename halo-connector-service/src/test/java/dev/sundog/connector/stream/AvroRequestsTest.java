package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.DeletedTicketAction;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.MergedTicketAction;
import dev.sundog.configuration.PersonClosedAction;
import dev.sundog.configuration.RepeatAfterClose;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.configuration.UnsentResolution;
import dev.sundog.connector.lifecycle.FlapRules;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.PartingRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AvroRequestsTest {

    @Test
    void takesEverySettingOfALife() {
        LifecycleSettings settings = LifecycleSettings.newBuilder()
                .setOnResolve(ResolveAction.CLOSE)
                .setClosedStatusId(8L)
                .setQuietPeriodSeconds(1)
                .setReopenWindowSeconds(2)
                .setAfterReopenWindow(RepeatAfterClose.CHILD)
                .setOnUnsentResolution(UnsentResolution.CREATE_AND_CLOSE)
                .setCloseTouched(true)
                .setCloseWithinSeconds(3)
                .setNoteIntervalSeconds(4)
                .setFlapThreshold(5)
                .setFlapWindowSeconds(6)
                .setOnDeleted(DeletedTicketAction.RECREATE)
                .setOnMerged(MergedTicketAction.STOP)
                .setOnClosedByPerson(PersonClosedAction.NEW)
                .build();

        assertThat(AvroRequests.rules(settings))
                .isEqualTo(new LifeRules(
                        true,
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        true,
                        true,
                        true,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        new FlapRules(5, Duration.ofSeconds(6)),
                        new PartingRules(
                                PartingRules.Deleted.RECREATE, PartingRules.Merged.STOP, PartingRules.Closed.NEW)));
    }

    @Test
    void closesAndLeavesEverythingElseAloneWhereNothingIsSet() {
        LifecycleSettings nothing = LifecycleSettings.newBuilder().build();

        assertThat(AvroRequests.rules(nothing)).isEqualTo(new LifeRules(true, 9, Duration.ZERO, Duration.ZERO));
    }
}
