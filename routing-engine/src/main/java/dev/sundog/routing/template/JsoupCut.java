package dev.sundog.routing.template;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts HTML where it is too long: between elements and characters, so that what is left is HTML still. */
final class JsoupCut {

    private final List<Node> beyond = new ArrayList<>();
    private int room;

    private JsoupCut(int room) {
        this.room = room;
    }

    /** What of the body fits into so many chars, with a last line that says that something is missing. */
    static String of(Element body, Voice voice, int limit) {
        var notice = StoryHtml.cutNotice(voice, limit);
        var cut = new JsoupCut(limit - notice.length());
        body.childNodes().forEach(cut::take);
        cut.beyond.forEach(Node::remove);
        return body.html() + notice;
    }

    private void take(Node node) {
        if (node instanceof TextNode text) {
            takeText(text);
            return;
        }
        int tags = node.shallowClone().outerHtml().length();
        if (tags > room) {
            beyond.add(node);
            room = 0;
            return;
        }
        room -= tags;
        node.childNodes().forEach(this::take);
    }

    private void takeText(TextNode node) {
        int length = node.outerHtml().length();
        if (length > room) {
            // Escaping makes six chars of one at most.
            if (room >= 60) {
                node.text(Words.cut(node.getWholeText(), room / 6));
            } else {
                beyond.add(node);
            }
            room = 0;
        } else {
            room -= length;
        }
    }
}
