package dev.sundog.connector.meters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.meters.ConnectorMeters.Lanes;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectorMetersTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConnectorMeters meters = new ConnectorMeters(registry);

    @Test
    void hasTheNamesThatDashboardsKnow() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ConnectorMeters scraped = new ConnectorMeters(prometheus);
        scraped.called("CREATE_TICKET", "DONE");

        assertThat(prometheus.scrape())
                .contains("sundog_halo_calls_total{operation=\"CREATE_TICKET\",outcome=\"DONE\"} 1.0")
                .contains("sundog_event_to_ticket_seconds_bucket{le=\"0.15\"} 0")
                .contains("sundog_event_to_ticket_seconds_bucket{le=\"900.0\"} 0")
                .contains("sundog_tickets_doubled_total 0.0")
                .contains("sundog_lane_pending 0.0")
                .contains("sundog_lane_oldest_seconds 0.0")
                .contains("sundog_lanes{state=\"FREE\"} 0.0")
                .contains("sundog_lanes{state=\"DISABLED\"} 0.0");
    }

    @Test
    void countsEachCallOnce() {
        meters.called("CREATE_TICKET", "DONE");
        meters.called("CREATE_TICKET", "DONE");
        meters.called("CREATE_TICKET", "UNKNOWN");
        meters.called("FIND_TICKET", "DONE");

        assertThat(registry.find("sundog.halo.calls").counters().stream().mapToDouble(counter -> counter.count()))
                .containsExactlyInAnyOrder(2.0, 1.0, 1.0);
    }

    @Test
    void sumsTheLanesOfAllTasksAndShowsTheLongestWait() {
        meters.lanes("0_0", new Lanes(Map.of("FREE", 2, "PAUSED", 1), 3, Duration.ofSeconds(5)));
        meters.lanes("0_1", new Lanes(Map.of("FREE", 1, "CALLING", 1), 4, Duration.ofMillis(7_500)));

        assertThat(gauge("sundog.lane.pending")).isEqualTo(7);
        assertThat(gauge("sundog.lane.oldest")).isEqualTo(7.5);
        assertThat(lanes("FREE")).isEqualTo(3);
        assertThat(registry.find("sundog.lanes").gauges().stream()
                        .mapToDouble(gauge -> gauge.value())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void replacesWhatATaskSaidBeforeAndForgetsItsLanesWhenItLeaves() {
        meters.lanes("0_0", new Lanes(Map.of("FREE", 2), 3, Duration.ofSeconds(5)));
        meters.lanes("0_0", new Lanes(Map.of("SPENT", 2), 1, Duration.ofSeconds(1)));
        assertThat(lanes("FREE")).isZero();
        assertThat(lanes("SPENT")).isEqualTo(2);

        meters.forget("0_0");

        assertThat(lanes("SPENT")).isZero();
        assertThat(gauge("sundog.lane.pending")).isZero();
        assertThat(gauge("sundog.lane.oldest")).isZero();
    }

    @Test
    void timesAnEventFromAcceptanceAndNeverBelowZero() {
        meters.ticketed(AT, AT.plusMillis(150));
        meters.ticketed(AT, AT.minusSeconds(1));

        assertThat(registry.get("sundog.event.to.ticket").timer().count()).isEqualTo(2);
        assertThat(registry.get("sundog.event.to.ticket").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(150);
    }

    @Test
    void namesNoCustomerInAnyTag() {
        meters.called("CREATE_TICKET", "DONE");

        assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
                .extracting(tag -> tag.getKey())
                .containsOnly("operation", "outcome", "state", "le");
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double lanes(String state) {
        return registry.get("sundog.lanes").tag("state", state).gauge().value();
    }
}
