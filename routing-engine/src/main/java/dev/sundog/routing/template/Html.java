package dev.sundog.routing.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Small true pieces of HTML: everything from outside is escaped. */
final class Html {

    /** Longest address that becomes a link: browsers and mail programs take it. */
    private static final int ADDRESS = 2_000;

    private static final String IN_ADDRESSES = "-._~:/?#[]@!$&'()*+,;=%";

    private Html() {}

    /** Text as HTML. One char becomes six at most. */
    static String escaped(String text) {
        int first = 0;
        while (first < text.length() && "&<>\"'".indexOf(text.charAt(first)) < 0) {
            first++;
        }
        return first == text.length() ? text : escaped(text, first);
    }

    private static String escaped(String text, int first) {
        var html = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char one = text.charAt(at);
            switch (one) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(one);
            }
        }
        return html.toString();
    }

    /** Text as HTML with its line breaks. */
    static String lines(String text) {
        return escaped(text).replace("\n", "<br>");
    }

    /**
     * What tells a browser to find the direction of writing by itself, where the text has letters that are written from right to
     * left; empty elsewhere.
     */
    static String direction(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (rightToLeft(text.charAt(at))) {
                return " dir=\"auto\"";
            }
        }
        return "";
    }

    private static boolean rightToLeft(char one) {
        // The scripts written so in one plane of Unicode, and all surrogates of those beyond.
        return (one >= 0x0590 && one < 0x0900) || (one >= 0xD802 && one <= 0xD83B) || (one >= 0xFB1D && one < 0xFF00);
    }

    /**
     * The address, if it is one that a browser may open: http or https, with a host, and without a name or password before it,
     * which is how one host is made to look like another. Characters that do not belong into addresses are encoded.
     */
    static Optional<String> web(String href) {
        if (href.length() > ADDRESS) {
            return Optional.empty();
        }
        try {
            var address = new URI(encoded(href.strip()));
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            var web = (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
            return web ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }

    private static String encoded(String href) {
        var encoded = new StringBuilder(href.length());
        href.codePoints().forEach(one -> {
            boolean second = one == '#' && encoded.indexOf("#") >= 0;
            if (!second && (letterOrDigit(one) || IN_ADDRESSES.indexOf(one) >= 0)) {
                encoded.appendCodePoint(one);
            } else {
                for (byte part : Character.toString(one).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", part));
                }
            }
        });
        return encoded.toString();
    }

    private static boolean letterOrDigit(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }
}
