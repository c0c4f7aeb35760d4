package dev.sundog.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeFormatTest {

    @Test
    void readsAFullPayload() {
        Map<String, Object> full = Map.of(
                "id",
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                "event",
                "ticket status changed",
                "object_id",
                new BigDecimal(4242),
                "ticket",
                Map.of("id", new BigDecimal(4242), "status_id", new BigDecimal("3.0")));

        assertThat(NoticeFormat.read(full))
                .contains(new Notice("7c9e6679-7425-40de-944b-e07fc1f90ae7", "ticket status changed", 4242L, 3L));
    }

    @Test
    void readsEventInformationAlone() {
        Map<String, Object> event = Map.of("id", "n1", "event", "New Ticket Logged", "object_id", "0004242");

        assertThat(NoticeFormat.read(event)).contains(new Notice("n1", "New Ticket Logged", 4242L, null));
    }

    @Test
    void namesAPayloadOfATenantsOwnByItsContent() {
        Optional<Notice> one = NoticeFormat.read(Map.of("object_id", new BigDecimal(7)));
        Optional<Notice> same = NoticeFormat.read(Map.of("object_id", new BigDecimal(7)));
        Optional<Notice> other = NoticeFormat.read(Map.of("object_id", new BigDecimal(8)));

        assertThat(one).isEqualTo(same).isNotEqualTo(other);
        assertThat(one.orElseThrow().noticeId()).startsWith("content-");
    }

    @Test
    void leavesOutWhatItDoesNotUnderstand() {
        Map<String, Object> odd =
                Map.of("id", "n1", "event", true, "object_id", "x", "ticket", Map.of("id", -1, "status_id", "9e9"));

        assertThat(NoticeFormat.read(odd)).contains(new Notice("n1", null, null, null));
        assertThat(NoticeFormat.read(Map.of("id", "n1", "object_id", new BigDecimal("1e100000000"))))
                .contains(new Notice("n1", null, null, null));
    }

    @Test
    void takesNothingButObjects() {
        assertThat(NoticeFormat.read(List.of())).isEmpty();
        assertThat(NoticeFormat.read("text")).isEmpty();
        assertThat(NoticeFormat.read(null)).isEmpty();
    }
}
