package dev.sundog.routing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.ticket.Lifecycle.AfterReopenWindow;
import dev.sundog.routing.ticket.Lifecycle.OnClosedByPerson;
import dev.sundog.routing.ticket.Lifecycle.OnDeleted;
import dev.sundog.routing.ticket.Lifecycle.OnMerged;
import dev.sundog.routing.ticket.Lifecycle.OnResolve;
import dev.sundog.routing.ticket.Lifecycle.OnUnsentResolution;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final Lifecycle NARROW = new Lifecycle(
            OnResolve.NOTE,
            8L,
            1,
            2,
            AfterReopenWindow.CHILD,
            OnUnsentResolution.CREATE_AND_CLOSE,
            true,
            3,
            4,
            5,
            6,
            OnDeleted.RECREATE,
            OnMerged.STOP,
            OnClosedByPerson.NEW);

    @Test
    void takesEachSettingFromTheNarrowerPlace() {
        assertThat(NARROW.over(Lifecycle.usual(9))).isEqualTo(NARROW);
    }

    @Test
    void takesFromTheWiderPlaceWhatTheNarrowerDoesNotSet() {
        assertThat(Lifecycle.NONE.over(NARROW)).isEqualTo(NARROW);
    }

    @Test
    void mixesBoth() {
        var organization = new Lifecycle(
                null, null, 60, null, null, null, null, null, null, null, null, null, OnMerged.RECREATE, null);

        var mixed = organization.over(NARROW);

        assertThat(mixed.quietPeriodSeconds()).isEqualTo(60);
        assertThat(mixed.onMerged()).isEqualTo(OnMerged.RECREATE);
        assertThat(mixed.reopenWindowSeconds()).isEqualTo(2);
    }
}
