package dev.sundog.console.mapping;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of companies as they are compared: without case, accents and punctuation. Letters of different scripts stay different, so
 * that a name made to look like another one never equals it.
 */
final class Names {

    /** Legal forms at the end of a name, or at its beginning as some countries have it. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "as",
            "aps",
            "bhd",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "cv",
            "doo",
            "dba",
            "eg",
            "ek",
            "ev",
            "eurl",
            "gbr",
            "gmbh",
            "gmbhcokg",
            "group",
            "holding",
            "holdings",
            "inc",
            "incorporated",
            "kft",
            "kg",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "ohg",
            "ou",
            "oy",
            "oyj",
            "plc",
            "pte",
            "pty",
            "pvt",
            "sa",
            "sarl",
            "sas",
            "sca",
            "se",
            "sl",
            "slu",
            "spa",
            "spzoo",
            "srl",
            "sro",
            "ug",
            "the",
            "und",
            "and");

    private static final Set<UnicodeScript> CONFUSABLE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private Names() {}

    /** The words of a name; none for a name without a letter or digit. */
    static List<String> words(String name) {
        var plain = Normalizer.normalize(name.replace("ß", "ss").replace("&", " and "), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                // Forms are written with and without dots: G.m.b.H., S.A.
                .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b|\\s|$|\\p{L}\\.)", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** As one text. */
    static String plain(String name) {
        return String.join(" ", words(name));
    }

    /** Without the legal forms at its ends; the whole where nothing else would be left. */
    static String withoutLegalForm(String name) {
        var words = new ArrayList<>(words(name));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getFirst())) {
            words.removeFirst();
        }
        return String.join(" ", words);
    }

    /** Share of words that two names have in common, 0 to 1. */
    static double likeness(String one, String other) {
        var first = new HashSet<>(Arrays.asList(withoutLegalForm(one).split(" ", -1)));
        var second = new HashSet<>(Arrays.asList(withoutLegalForm(other).split(" ", -1)));
        var common = first.stream().filter(second::contains).count();
        var all = first.size() + second.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** True when one word mixes letters that look alike in different scripts. */
    static boolean mixesScripts(String name) {
        return words(name).stream().anyMatch(word -> scripts(word).size() > 1);
    }

    private static Set<UnicodeScript> scripts(String word) {
        return word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(CONFUSABLE::contains)
                .collect(Collectors.toSet());
    }
}
