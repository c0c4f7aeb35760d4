package dev.sundog.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void leavesGoodTextOfAnyScriptAsItIs() {
        var text = "Größe, 保存, नमस्ते, שלום, 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿\nnext";

        assertThat(Words.clean(text)).isEqualTo(text);
    }

    @Test
    void replacesControlCharactersAndHalfCharacters() {
        assertThat(Words.clean("a\u0000b\u001B[0m\tc\u009Fd")).isEqualTo("a b [0m c d");
        assertThat(Words.clean("\uD83Dx\uDE00\uFFFE")).isEqualTo("\uFFFDx\uFFFD\uFFFD");
    }

    @Test
    void keepsTextFromTurningTheDirectionOfWhatFollows() {
        assertThat(Words.clean("invoice\u202Efdp.exe\u2066\uFEFF")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void makesEveryLineBreakTheSame() {
        assertThat(Words.clean("a\r\nb\rc\u2028d\u0085e\n\nf")).isEqualTo("a\nb\nc\nd\ne\n\nf");
        assertThat(Words.line("  a\r\n\t b \u0000", 10)).isEqualTo("a b");
    }

    @Test
    void cutsBetweenWhatReadersSeeAsCharacters() {
        assertThat(Words.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Words.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Words.cut("abc😀defg", 5)).isEqualTo("abc…");
        assertThat(Words.cut("abce\u0301fgh", 5)).isEqualTo("abc…");
        assertThat(Words.cut("ab👩‍👩‍👧cdefgh", 8)).isEqualTo("ab…");
        assertThat(Words.cut("e" + "\u0301".repeat(500), 100)).hasSize(100);
    }

    @Test
    void saysHowLongTheWholeIs() {
        assertThat(Words.lines("x".repeat(12_345), 20, Voice.USUAL))
                .isEqualTo("x".repeat(19) + "…\n(cut here: 12,345 characters in all)");
        assertThat(Words.lines("x".repeat(20), 20, Voice.USUAL)).isEqualTo("x".repeat(20));
    }
}
