package dev.sundog.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

    @Test
    void givesOutNoMoreThanItHas() {
        var room = new Room(10);

        assertThat(room.tryTake(6)).isTrue();
        assertThat(room.tryTake(5)).isFalse();
        assertThat(room.tryTake(4)).isTrue();

        room.giveBack(6);
        assertThat(room.free()).isEqualTo(6);
    }
}
