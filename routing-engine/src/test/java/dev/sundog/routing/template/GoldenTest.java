package dev.sundog.routing.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.Examples;
import dev.sundog.routing.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The details of tickets, byte for byte. The files break HTML into lines to be read; the tickets do not. Where a file differs
 * from what is written now, that is put into {@code target/golden}.
 */
class GoldenTest {

    private static final Map<String, Event> EVENTS = Map.of(
            "alert", Examples.diskFull(),
            "recommendation", Examples.rightsize(2),
            "endless", Stories.endless(),
            "hostile", Stories.hostile());

    private final TicketTexts texts = new TicketTexts();

    @ParameterizedTest
    @CsvSource({
        "alert,          alert,             ,      ",
        "recommendation, recommendation,    ,      ",
        "endless,        endless,           ,      ",
        "hostile,        hostile,           ,      ",
        "recommendation, recommendation-de, de-DE, Europe/Berlin",
        "endless,        endless-nz,        en-NZ, Pacific/Auckland",
        "recommendation, recommendation-ar, ar-EG, Africa/Cairo",
        "recommendation, recommendation-in, en-IN, Asia/Kolkata",
        "recommendation, recommendation-ja, ja-JP, Asia/Tokyo"
    })
    void writesTheSameOnEveryMachine(String event, String file, String locale, String timeZone) {
        var wording = new Wording(null, null, null, null, null, Voice.of(locale, timeZone));

        for (var machine : Machine.ALL) {
            machine.run(() -> {
                var html = html(EVENTS.get(event), wording);
                var plain = JsoupPlainText.of(html);
                keep(file, html, plain);
                assertThat(html + "\n").as(machine.toString()).isEqualTo(golden(file + ".html"));
                assertThat(plain + "\n").as(machine.toString()).isEqualTo(golden(file + ".txt"));
            });
        }
    }

    private String html(Event event, Wording wording) {
        var html = ((Rendered.Text) texts.details(event, wording)).value();
        assertThat(html).doesNotContain("\n").hasSizeLessThanOrEqualTo(60_000);
        return html.replaceAll("(<h3|<tr|</table|<li|</ul|<p|</div)", "\n$1");
    }

    private static String golden(String name) {
        try (var file = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void keep(String name, String html, String plain) {
        try {
            var folder = Files.createDirectories(Path.of("target", "golden"));
            Files.writeString(folder.resolve(name + ".html"), html + "\n");
            Files.writeString(folder.resolve(name + ".txt"), plain + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What another machine has set. */
    private record Machine(String locale, String timeZone) {
        static final List<Machine> ALL = List.of(
                new Machine("en-US", "UTC"),
                new Machine("tr-TR", "Pacific/Kiritimati"),
                new Machine("ar-EG-u-nu-arab", "America/St_Johns"),
                new Machine("th-TH-u-ca-buddhist", "Asia/Kathmandu"));

        void run(Runnable action) {
            var oldLocale = Locale.getDefault();
            var oldZone = TimeZone.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag(locale));
                TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
                action.run();
            } finally {
                Locale.setDefault(oldLocale);
                TimeZone.setDefault(oldZone);
            }
        }
    }
}
