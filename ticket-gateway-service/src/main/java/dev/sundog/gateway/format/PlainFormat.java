package dev.sundog.gateway.format;

import dev.sundog.gateway.format.Event.Alert;
import dev.sundog.gateway.format.Event.AlertStatus;
import dev.sundog.gateway.format.Event.EstimatedSaving;
import dev.sundog.gateway.format.Event.Head;
import dev.sundog.gateway.format.Event.Link;
import dev.sundog.gateway.format.Event.Recommendation;
import dev.sundog.gateway.format.Event.RecommendationCategory;
import dev.sundog.gateway.format.Event.RecommendationStatus;
import dev.sundog.gateway.format.Event.Requester;
import dev.sundog.gateway.format.Event.Resource;
import dev.sundog.gateway.format.Event.SavingPeriod;
import dev.sundog.gateway.format.Event.Severity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Our own JSON: the fields of the published schemas by their names. Strict: what is misspelt or unknown is an error, because a
 * sender that is not told believes that it was heard.
 */
public final class PlainFormat {

    private static final int AMOUNT_DIGITS = 18;
    private static final int AMOUNT_DECIMALS = 2;

    private PlainFormat() {}

    /**
     * Reads an alert.
     *
     * @param json parsed JSON
     */
    public static Reading alert(@Nullable Object json, EventDefaults defaults) {
        return read(
                json,
                fields -> new Alert(
                        head(fields, defaults),
                        fields.word("status", AlertStatus.class),
                        fields.optionalLine("category", Limits.SHORT_TEXT).orElse(null)));
    }

    /**
     * Reads a recommendation.
     *
     * @param json parsed JSON
     */
    public static Reading recommendation(@Nullable Object json, EventDefaults defaults) {
        return read(
                json,
                fields -> new Recommendation(
                        head(fields, defaults),
                        fields.word("status", RecommendationStatus.class),
                        fields.word("category", RecommendationCategory.class),
                        fields.lines("rationale", Limits.LONG_TEXT),
                        fields.lines("remediation", Limits.LONG_TEXT),
                        fields.object("estimatedSaving", strictly(PlainFormat::saving)),
                        fields.object("requestedBy", strictly(PlainFormat::requester))));
    }

    private static Reading read(@Nullable Object json, Function<Fields, Event> read) {
        var errors = new Fields.Errors();
        var event = Fields.of(json, "", errors).map(strictly(read));
        return errors.isEmpty() && event.isPresent()
                ? new Reading.Understood(event.get())
                : new Reading.Faulty(errors.list());
    }

    private static Head head(Fields fields, EventDefaults defaults) {
        return new Head(
                fields.optionalLine("eventId", Limits.ID).orElseGet(defaults.newId()),
                fields.optionalLine("source", Limits.ID)
                        .or(defaults::source)
                        .orElseGet(() -> fields.missing("source", "")),
                fields.line("organizationId", Limits.ID),
                fields.line("dedupKey", Limits.ID),
                fields.word("severity", Severity.class),
                fields.line("title", Limits.TITLE),
                fields.lines("description", Limits.LONG_TEXT),
                fields.moment("occurredAt").orElse(defaults.now()),
                fields.objects("resources", Limits.RESOURCES, strictly(PlainFormat::resource)),
                fields.texts("labels", Limits.LABELS, Texts::faultInLabel),
                fields.objects("links", Limits.LINKS, strictly(PlainFormat::link)));
    }

    private static Resource resource(Fields fields) {
        return new Resource(
                fields.line("id", Limits.TITLE),
                fields.optionalLine("type", Limits.SHORT_TEXT).orElse(null),
                fields.optionalLine("name", Limits.SHORT_TEXT).orElse(null),
                fields.optionalUrl("url"));
    }

    private static Link link(Fields fields) {
        return new Link(
                fields.url("href"),
                fields.optionalLine("text", Limits.SHORT_TEXT).orElse(null));
    }

    private static Requester requester(Fields fields) {
        var requester = new Requester(
                fields.line("name", Limits.SHORT_TEXT),
                fields.optionalLine("email", Limits.SHORT_TEXT).orElse(null));
        if (requester.email() != null && !requester.email().matches("[^\\s@]+@[^\\s@]+")) {
            fields.wrong("email", "must be an e-mail address");
        }
        return requester;
    }

    private static EstimatedSaving saving(Fields fields) {
        return new EstimatedSaving(amount(fields), currency(fields), fields.word("period", SavingPeriod.class));
    }

    private static BigDecimal amount(Fields fields) {
        var value = fields.value("amount");
        if (value == null) {
            return fields.missing("amount", BigDecimal.ZERO);
        }
        var amount = number(value).filter(PlainFormat::fits);
        if (amount.isEmpty()) {
            fields.wrong("amount", "must be a number, or a text that is one, from 0 to 9999999999999999.99");
            return BigDecimal.ZERO;
        }
        return amount.get().setScale(AMOUNT_DECIMALS);
    }

    private static Optional<BigDecimal> number(Object value) {
        try {
            return switch (value) {
                case BigDecimal number -> Optional.of(number.stripTrailingZeros());
                case String text when text.length() <= 40 -> Optional.of(new BigDecimal(text).stripTrailingZeros());
                default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    // Counts digits instead of writing them: 1e999999999 is a short text.
    private static boolean fits(BigDecimal number) {
        long digitsBeforePoint = (long) number.precision() - number.scale();
        return number.signum() >= 0
                && number.scale() <= AMOUNT_DECIMALS
                && digitsBeforePoint <= AMOUNT_DIGITS - AMOUNT_DECIMALS;
    }

    private static String currency(Fields fields) {
        var code = fields.line("currency", Limits.SHORT_TEXT);
        if (!code.isEmpty()
                && Currency.availableCurrencies()
                        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            fields.wrong("currency", "must be an ISO 4217 code, for example EUR");
        }
        return code;
    }

    private static <T> Function<Fields, T> strictly(Function<Fields, T> read) {
        return fields -> {
            var result = read.apply(fields);
            fields.refuseOthers();
            return result;
        };
    }
}
