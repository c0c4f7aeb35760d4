package dev.sundog.routing.template;

import dev.sundog.routing.event.Saving;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers, money and moments are written for one tenant. Owes nothing to the defaults of the machine. */
record Voice(Locale locale, ZoneId zone) {

    /** Where nothing is configured. */
    static final Voice USUAL = new Voice(Locale.ENGLISH, ZoneOffset.UTC);

    /** The voice of these settings; the usual one in place of a setting that is absent or that nobody knows. */
    static Voice of(@Nullable String locale, @Nullable String timeZone) {
        return locale == null && timeZone == null ? USUAL : new Voice(locale(locale), zone(timeZone));
    }

    /** Date and time to the second, with the distance from UTC: names of zones mean several zones each. */
    String moment(Instant moment) {
        var local = moment.atZone(zone);
        var offset = local.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + local.getOffset().getId();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .localizedBy(locale)
                        .format(local.toLocalDateTime())
                + " " + offset;
    }

    /** For example {@code 1,000}. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** For example {@code €120.50 a month}. */
    String money(Saving saving) {
        var period = switch (saving.period()) {
            case "MONTHLY" -> " a month";
            case "YEARLY" -> " a year";
            default -> ", once";
        };
        return amount(saving) + period;
    }

    /** For example {@code €120.50}. */
    String amount(Saving saving) {
        try {
            var currency = Currency.getInstance(saving.currency());
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            return exact(format, saving.amount(), Math.max(0, currency.getDefaultFractionDigits()));
        } catch (IllegalArgumentException unknownCurrency) {
            return exact(NumberFormat.getInstance(locale), saving.amount(), 2) + " " + Words.line(saving.currency(), 8);
        }
    }

    /** With so many digits behind the point, or more where cents would be lost. */
    private static String exact(NumberFormat format, BigDecimal amount, int digits) {
        int needed = Math.max(digits, amount.stripTrailingZeros().scale());
        format.setMaximumFractionDigits(needed);
        format.setMinimumFractionDigits(needed);
        return format.format(amount);
    }

    private static Locale locale(@Nullable String tag) {
        if (tag == null) {
            return USUAL.locale;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException unknown) {
            return USUAL.locale;
        }
    }

    private static ZoneId zone(@Nullable String id) {
        if (id == null) {
            return USUAL.zone;
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return USUAL.zone;
        }
    }
}
