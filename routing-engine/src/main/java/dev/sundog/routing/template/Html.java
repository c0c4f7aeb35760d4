package dev.sundog.routing.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Small true pieces of HTML: everything from outside is escaped, every text is bounded. */
final class Html {

    private Html() {}

    /** Text as HTML. */
    static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            switch (one) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(one) && one != '\n' ? ' ' : one);
            }
        }
        return html.toString();
    }

    /** Text as HTML with its line breaks. */
    static String lines(String text) {
        return escaped(text.replace("\r\n", "\n").replace('\r', '\n')).replace("\n", "<br>");
    }

    /** A link, or only its text where the address is not http or https. */
    static String link(String href, String text) {
        return web(href)
                .map(address -> "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>")
                .orElseGet(() -> escaped(text));
    }

    /** The address, if it is one that a browser may open: http or https, with a host. */
    static Optional<String> web(String href) {
        try {
            var address = new URI(href.strip());
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            var web = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
            return web ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }

    /**
     * The text, cut with an ellipsis where it is longer. Never cuts a character in two.
     *
     * @param limit longest result, in chars, above one
     */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }
}
