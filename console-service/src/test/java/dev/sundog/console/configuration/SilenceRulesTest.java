package dev.sundog.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.FieldErrors;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a silence is refused for. */
class SilenceRulesTest {

    private static final Map<String, String> TENANTS = Map.of("contoso", "acme", "initech", "globex");

    private final References references = (kind, id) -> kind == Kind.ORGANIZATION && TENANTS.containsKey(id)
            ? Optional.of(new Stored(
                    kind, id, 1, new Document(Map.of("id", id, "tenantId", String.valueOf(TENANTS.get(id))))))
            : Optional.empty();

    @Test
    void takesAWindowThatComesAgainAndOneThatLastsUntilResolved() {
        assertThat(silence("'endsAt':'2027-01-01T00:00:00Z','organizations':['contoso'],'severities':['LOW'],"
                        + "'resources':['db-*'],'when':'event.source == \\'watchtower\\'','recurrence':"
                        + "{'rrule':'FREQ=WEEKLY;BYDAY=SU','timeZone':'Europe/Berlin','durationSeconds':14400}"))
                .isEmpty();
        assertThat(silence("'untilResolved':true")).isEmpty();
    }

    @Test
    void wantsAnOwnerAReasonAndAnEnd() {
        var errors = check("{'id':'s','tenantId':'acme','startsAt':'2026-11-21T20:00:00Z'}");

        assertThat(errors).extracting(FieldError::pointer).containsExactlyInAnyOrder("/owner", "/reason", "/endsAt");
        assertThat(silence("'endsAt':'2026-11-21T20:00:00Z'"))
                .containsExactly(new FieldError("/endsAt", "must be after startsAt"));
    }

    @Test
    void saysWhatIsWrongWithARecurrenceAndWhere() {
        assertThat(recurring("FREQ=WEEKLY;BYDAY=SUN", "Europe/Berlin", 60))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/recurrence/rrule");
                    assertThat(error.detail()).startsWith("'BYDAY=SUN' at 12:");
                });
        assertThat(recurring("FREQ=DAILY", "Europe/Bonn", 60))
                .extracting(FieldError::pointer)
                .containsExactly("/recurrence/timeZone");
        assertThat(recurring("FREQ=SECONDLY", "UTC", 0))
                .extracting(FieldError::pointer)
                .containsExactly("/recurrence/durationSeconds", "/recurrence/rrule");
        assertThat(silence("'untilResolved':true,'recurrence':{'rrule':'FREQ=DAILY','timeZone':'UTC',"
                        + "'durationSeconds':60}"))
                .extracting(FieldError::pointer)
                .containsExactly("/untilResolved", "/endsAt");
    }

    @Test
    void answersForAnotherTenantsOrganizationAsForOneThatIsNotThere() {
        assertThat(silence("'untilResolved':true,'organizations':['contoso','initech','nobody']"))
                .containsExactly(
                        new FieldError("/organizations/1", "names no organization of this tenant"),
                        new FieldError("/organizations/2", "names no organization of this tenant"));
    }

    @Test
    void boundsTheLengthOfAWindow() {
        assertThat(recurring("FREQ=YEARLY", "UTC", 31 * 86_400)).isEmpty();
        assertThat(recurring("FREQ=YEARLY", "UTC", 31 * 86_400 + 1))
                .extracting(FieldError::pointer)
                .containsExactly("/recurrence/durationSeconds");
    }

    @Test
    void boundsWhatItMatchesAndKnowsTheNames() {
        assertThat(silence("'untilResolved':true,'severities':['URGENT'],'organizations':['unheard-of'],"
                        + "'resources':[' '],'when':'event.severty == \\'LOW\\''"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/severities/0", "/organizations/0", "/resources/0", "/when");
        assertThat(silence(
                        "'untilResolved':true,'resources':[" + String.join(",", Collections.nCopies(201, "'x'")) + "]"))
                .extracting(FieldError::pointer)
                .containsExactly("/resources");
    }

    private List<FieldError> recurring(String rrule, String zone, int seconds) {
        return silence("'endsAt':'2027-01-01T00:00:00Z','recurrence':{'rrule':'" + rrule + "','timeZone':'" + zone
                + "','durationSeconds':" + seconds + "}");
    }

    private List<FieldError> silence(String more) {
        return check("{'id':'s','tenantId':'acme','owner':'ada','reason':'patches','startsAt':'2026-11-21T20:00:00Z',"
                + more + "}");
    }

    private List<FieldError> check(String json) {
        var errors = new FieldErrors();
        var document = new AvroDocumentReader().read(Kind.SILENCE, tree(json), errors);
        new SilenceRules().check(document, references, errors);
        return errors.toList();
    }

    private static Map<String, Object> tree(String json) {
        var quoted = json.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\'');
        return JsonMapper.shared().readValue(quoted, new TypeReference<>() {});
    }
}
