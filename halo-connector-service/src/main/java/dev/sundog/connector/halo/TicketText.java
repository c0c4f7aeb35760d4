package dev.sundog.connector.halo;

import dev.sundog.connector.call.Payload;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A ticket's details as they are sent: cut to size, saying so, and with the marker where the look-up wants it. */
final class TicketText {

    /**
     * Characters of the details that {@link Payload#TRIMMED} keeps. Halo names no limit; large details were seen to end in 413
     * and 504 before Halo itself, at a reverse proxy. This much stays below 16 KiB in UTF-8 with all other fields, which proxies
     * commonly take in one piece.
     */
    static final int TRIMMED = 6_000;

    private int room = TRIMMED;

    private TicketText() {}

    /** The details in that size, without a marker. */
    static String sized(String detailsHtml, Payload payload, String reference) {
        return switch (payload) {
            case FULL -> detailsHtml;
            case TRIMMED -> trimmed(detailsHtml, reference);
            case MINIMAL ->
                "<p>The details (" + detailsHtml.length() + " characters) were left out, for Halo did not take them. "
                        + rest(reference) + "</p>";
        };
    }

    /**
     * The marker: the reference in a span that browsers and mail programs do not show, and that a search over the details
     * finds. An agent who edits the summary leaves it alone.
     */
    static String marker(String reference) {
        return "<span style=\"display:none;font-size:0;mso-hide:all\">" + reference + "</span>";
    }

    private static String trimmed(String html, String reference) {
        if (html.length() <= TRIMMED) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        new TicketText().cut(document.body());
        return document.body().html() + "<p>The details were cut here: all of them are " + html.length()
                + " characters. " + rest(reference) + "</p>";
    }

    private static String rest(String reference) {
        return "Sundog has the rest; ask it for " + reference + ".";
    }

    /** Keeps nodes in their order while there is room, and drops what comes after. Elements stay closed. */
    private void cut(Element element) {
        for (Node child : List.copyOf(element.childNodes())) {
            int own = child instanceof Element inner
                    ? inner.shallowClone().outerHtml().length()
                    : child.outerHtml().length();
            if (own <= room) {
                room -= own;
                if (child instanceof Element inner) {
                    cut(inner);
                }
            } else if (child instanceof TextNode text && room > 0) {
                shorten(text);
            } else {
                child.remove();
                room = 0;
            }
        }
    }

    /** A cut never falls between the halves of a character. */
    private void shorten(TextNode text) {
        String whole = text.getWholeText();
        int end = Math.min(room, whole.length());
        if (end > 0 && Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        text.text(whole.substring(0, end));
        room = 0;
    }
}
