package dev.sundog.routing.check;

import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.diskFull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFindingsTest {

    private final PlaceCheck check = new PlaceCheck();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.dedupKey",
                "event.source + '/' + event.category",
                "event.labels['host']",
                "event.labels[?'cluster'].orValue(event.dedupKey)",
                "event.resources.size() > 0 ? event.resources[0].id : event.dedupKey",
                "organization.id + event.severity"
            })
    void takesAKeyThatStaysTheSame(String key) {
        assertThat(of(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "event.title | text for people",
                "event.category + event.description | text for people",
                "event.id | another one with each report",
                "event.category + event.occurredAt | another moment",
                "event.dedupKey + string(time.hour) | another moment",
                "event.dedupKey + event.status | changes when the matter ends",
                "event.labels['occurrences'] | label occurrences",
                "event.labels.trace_id | label trace_id",
                "event.labels.map(k, event.labels[k])[0] | name the labels",
                "string(event.estimatedSaving) + event.dedupKey | amount",
                "string(1) | same for every event"
            })
    void refusesAKeyThatChangesAndSaysWhy(String key, String why) {
        assertThat(of(key)).first().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/groupKey");
            assertThat(finding.message()).contains(why);
        });
    }

    @ParameterizedTest
    @CsvSource({"title,/groupBy/1", "eventId,/groupBy/1", "status,/groupBy/1", "labels.timestamp,/groupBy/1"})
    void refusesTheSameInAListOfFacts(String fact, String pointer) {
        var findings = check.check(
                TicketTemplate.builder().groupBy(List.of("category", fact)).build());

        assertThat(findings).singleElement().extracting(Finding::pointer).isEqualTo(pointer);
    }

    @Test
    void refusesTwoWaysToGroupAtOnce() {
        var both = TicketTemplate.builder().groupBy(List.of("category")).groupKey("event.dedupKey");

        assertThat(check.check(both.build()))
                .containsExactly(new Finding("/groupKey", "is instead of groupBy; set one of them"));
    }

    @Test
    void seesAMatterThatIsTornApart() {
        var seen = new KeyObservations();

        seen.saw(diskFull(), "acme-halo/contoso/:1");
        seen.saw(alert("e2", "fabrikam", false, null), "acme-halo/fabrikam/:1");
        seen.saw(alert("e3", "contoso", false, null), "acme-halo/contoso/:2");

        assertThat(seen.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message())
                                .isEqualTo(
                                        "events of watchtower about contoso with the dedup key disk-db-1 go to 2 tickets, such as"
                                                + " acme-halo/contoso/:1 and acme-halo/contoso/:2; leave out of the key what changes between them"));
    }

    private List<Finding> of(String key) {
        return check.check(TicketTemplate.builder().groupKey(key).build());
    }
}
