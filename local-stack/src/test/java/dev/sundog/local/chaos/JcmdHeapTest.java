package dev.sundog.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JcmdHeapTest {

    @Test
    void addsWhatTheGenerationsUse() {
        var info = """
                4711:
                 def new generation   total 59008K, used 1200K [0x00000000f4000000, 0x00000000f8000000)
                  eden space 52480K,   2% used [0x00000000f4000000, 0x00000000f4123456)
                 tenured generation   total 131072K, used 40000K [0x00000000f8000000, 0x0000000100000000)
                """;

        assertThat(JcmdHeap.used(info)).isEqualTo(41_200);
    }

    @Test
    void asksALivingJvm() {
        var heap = new JcmdHeap(ProcessHandle.current().pid());

        assertThat(heap.liveKilobytes()).isPositive();
    }
}
