package dev.sundog.gateway.format;

import static dev.sundog.gateway.GatewayFixtures.diskFull;
import static dev.sundog.gateway.GatewayFixtures.rightsize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.format.Event.Alert;
import dev.sundog.gateway.format.Event.EstimatedSaving;
import dev.sundog.gateway.format.Event.Recommendation;
import dev.sundog.gateway.format.Event.SavingPeriod;
import dev.sundog.gateway.problem.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void givesAnAlertAnIdAndATimeWhereItHasNone() {
        var alert = alert(diskFull());

        assertThat(alert.head().eventId()).isEqualTo("new-id");
        assertThat(alert.head().occurredAt()).isEqualTo(NOW);
        assertThat(alert.head().source()).isEqualTo("backup");
        assertThat(alert.head().description()).isNull();
        assertThat(alert.head().labels()).isEmpty();
    }

    @Test
    void takesTheSourceFromTheKeyWhereTheEventNamesNone() {
        var body = diskFull();
        body.remove("source");

        var withOne = PlainFormat.alert(body, defaults(Optional.of("monitoring")));
        var withMany = PlainFormat.alert(body, defaults(Optional.empty()));

        assertThat(((Reading.Understood) withOne).event().head().source()).isEqualTo("monitoring");
        assertThat(errors(withMany)).containsExactly(new FieldError("/source", "is required"));
    }

    @Test
    void readsEveryFieldOfARecommendation() {
        var reading = PlainFormat.recommendation(rightsize(), defaults(Optional.empty()));

        var recommendation = (Recommendation) ((Reading.Understood) reading).event();
        assertThat(recommendation.head().occurredAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(recommendation.head().labels())
                .containsEntry("region", "westeurope")
                .containsEntry("note", "");
        assertThat(recommendation.head().links()).containsExactly(new Event.Link("https://example.com/vm-7", "Portal"));
        assertThat(recommendation.head().resources())
                .extracting(Event.Resource::name)
                .containsExactly("web");
        assertThat(recommendation.estimatedSaving())
                .isEqualTo(new EstimatedSaving(new BigDecimal("120.50"), "EUR", SavingPeriod.MONTHLY));
        assertThat(recommendation.requestedBy()).isEqualTo(new Event.Requester("Ada", "ada@example.com"));
    }

    @Test
    void tellsEveryErrorAtOnceWithItsPointer() {
        var body = diskFull();
        body.remove("title");
        body.put("severity", "URGENT");
        body.put("status", 7);
        body.put("occurredAt", "yesterday");
        body.put("links", List.of(Map.of("href", "javascript:alert(1)")));
        body.put("resources", List.of(Map.of("id", "a", "colour", "red")));
        body.put("labels", Map.of("a/b", 1));

        var errors = errors(PlainFormat.alert(body, defaults(Optional.empty())));

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/title",
                        "/severity",
                        "/status",
                        "/occurredAt",
                        "/links/0/href",
                        "/resources/0/colour",
                        "/labels/a~1b");
        assertThat(errors)
                .contains(new FieldError(
                        "/severity", "unknown value URGENT; allowed: CRITICAL, HIGH, MEDIUM, LOW, INFO"));
    }

    @Test
    void refusesAMisspeltFieldAndNamesTheAllowedOnes() {
        var body = diskFull();
        body.put("sevrity", "LOW");

        var errors = errors(PlainFormat.alert(body, defaults(Optional.empty())));

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().pointer()).isEqualTo("/sevrity");
        assertThat(errors.getFirst().detail())
                .isEqualTo("unknown field; allowed: eventId, source, organizationId, dedupKey, severity, title,"
                        + " description, occurredAt, resources, labels, links, status, category");
    }

    @ParameterizedTest
    @CsvSource({"eventId,255", "dedupKey,255", "organizationId,255", "source,255", "title,1000", "description,32000"})
    void boundsEveryText(String field, int longest) {
        var fits = diskFull();
        fits.put(field, "x".repeat(longest));
        var tooLong = diskFull();
        tooLong.put(field, "x".repeat(longest + 1));

        assertThat(PlainFormat.alert(fits, defaults(Optional.empty()))).isInstanceOf(Reading.Understood.class);
        assertThat(errors(PlainFormat.alert(tooLong, defaults(Optional.empty()))))
                .containsExactly(new FieldError(
                        "/" + field, "is too long: " + (longest + 1) + " characters; allowed: " + longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "nul\0", "half \ud83d"})
    void refusesTitlesThatNoReaderCanShow(String title) {
        var body = diskFull();
        body.put("title", title);

        assertThat(errors(PlainFormat.alert(body, defaults(Optional.empty()))))
                .extracting(FieldError::pointer)
                .containsExactly("/title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com", "//example.com", "example.com", "https://", "http:/x", "https://a b"})
    void refusesAddressesThatAreNotOfTheWeb(String address) {
        var body = diskFull();
        body.put("links", List.of(Map.of("href", address)));

        assertThat(errors(PlainFormat.alert(body, defaults(Optional.empty()))))
                .containsExactly(new FieldError("/links/0/href", "must be an absolute http or https URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "10000000000000000", "1e999999999", "NaN", "1,5"})
    void refusesAmountsThatTheSchemaCannotHold(String amount) {
        var body = rightsize();
        body.put("estimatedSaving", Map.of("amount", amount, "currency", "EUR", "period", "MONTHLY"));

        assertThat(errors(PlainFormat.recommendation(body, defaults(Optional.empty()))))
                .extracting(FieldError::pointer)
                .containsExactly("/estimatedSaving/amount");
    }

    @Test
    void takesAnAmountAsNumberOrText() {
        var number = rightsize();
        number.put("estimatedSaving", Map.of("amount", new BigDecimal("1E+3"), "currency", "EUR", "period", "YEARLY"));

        var reading = PlainFormat.recommendation(number, defaults(Optional.empty()));

        var saving = ((Recommendation) ((Reading.Understood) reading).event()).estimatedSaving();
        assertThat(saving).extracting(EstimatedSaving::amount).isEqualTo(new BigDecimal("1000.00"));
    }

    @Test
    void refusesAnUnknownCurrency() {
        var body = rightsize();
        body.put("estimatedSaving", Map.of("amount", "1", "currency", "EURO", "period", "MONTHLY"));

        assertThat(errors(PlainFormat.recommendation(body, defaults(Optional.empty()))))
                .containsExactly(
                        new FieldError("/estimatedSaving/currency", "must be an ISO 4217 code, for example EUR"));
    }

    @Test
    void boundsListsAndTheListOfErrors() {
        var body = diskFull();
        body.put("resources", Collections.nCopies(101, Map.of("id", "a")));
        var wrong = new LinkedHashMap<String, Object>();
        IntStream.range(0, 500).forEach(i -> wrong.put("field" + i, 1));

        assertThat(errors(PlainFormat.alert(body, defaults(Optional.empty()))))
                .containsExactly(new FieldError("/resources", "has 101 entries; allowed: 100"));
        assertThat(errors(PlainFormat.alert(wrong, defaults(Optional.empty())))).hasSize(100);
    }

    @Test
    void refusesWhatIsNoObject() {
        var nothing = new ArrayList<Object>();
        nothing.add(null);
        nothing.add("text");
        nothing.add(List.of());

        assertThat(nothing)
                .allSatisfy(json -> assertThat(errors(PlainFormat.alert(json, defaults(Optional.empty()))))
                        .containsExactly(new FieldError("", "must be an object")));
    }

    private static Alert alert(Map<String, Object> body) {
        return (Alert) ((Reading.Understood) PlainFormat.alert(body, defaults(Optional.empty()))).event();
    }

    private static EventDefaults defaults(Optional<String> source) {
        return new EventDefaults(source, NOW, () -> "new-id");
    }

    private static List<FieldError> errors(Reading reading) {
        return ((Reading.Faulty) reading).errors();
    }
}
