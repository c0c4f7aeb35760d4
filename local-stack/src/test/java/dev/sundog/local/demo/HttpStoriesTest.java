package dev.sundog.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpStoriesTest {

    @Test
    void takesTheLaterOfTwoDecisions() {
        var story = HttpStories.story(JsonMapper.shared().readTree("""
                {"eventId":"e1","title":"T","state":"TICKETED",
                 "decisions":[{"outcome":"PARKED","reason":"UNMAPPED_ORGANIZATION","released":false},
                              {"outcome":"ROUTED","reason":null,"ruleName":"R","customerId":14,"released":true}],
                 "ticket":{"ticketKey":"k","ticketId":1004,"ticketUrl":"http://h/ticket?id=1004"},
                 "ticketEvents":[{"type":"TicketCreated"}]}
                """));

        assertThat(story.decision()).contains(new Story.Decision("ROUTED", "", "R", "14", true));
        assertThat(story.ticketId()).hasValue(1004);
        assertThat(story.saw("TicketCreated")).isTrue();
    }

    @Test
    void hasNoTicketWhileTheEventIsParked() {
        var story = HttpStories.story(JsonMapper.shared().readTree("""
                {"eventId":"e1","title":"T","state":"PARKED","decisions":[{"outcome":"PARKED","released":false}],
                 "ticket":null,"ticketEvents":[]}
                """));

        assertThat(story.isParked()).isTrue();
        assertThat(story.ticketId()).isEmpty();
    }
}
