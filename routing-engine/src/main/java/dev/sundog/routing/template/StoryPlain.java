package dev.sundog.routing.template;

import dev.sundog.routing.template.Story.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a story as plain text: the twin of the HTML, told from the same story. */
final class StoryPlain {

    private StoryPlain() {}

    /**
     * The story as plain text, its lines ended by {@code \n}.
     *
     * @param limit longest result, in chars, 1,000 or more; what is beyond is cut at the end of a line, and the last line says so
     */
    static String of(Story story, Voice voice, int limit) {
        var text = new StringBuilder(story.title());
        story.parts().forEach(part -> {
            text.append("\n\n").append(part.heading());
            lines(part).forEach(line -> text.append('\n').append(line));
            int more = leftOut(part);
            if (more > 0) {
                text.append("\nand ").append(voice.number(more)).append(" more");
            }
        });
        return text.length() <= limit ? text.toString() : cut(text, voice, limit);
    }

    private static String cut(StringBuilder text, Voice voice, int limit) {
        var notice = "\n" + StoryHtml.cutWords(voice, limit);
        int end = text.lastIndexOf("\n", limit - notice.length());
        return text.substring(0, Math.max(0, end)) + notice;
    }

    private static List<String> lines(Story.Part part) {
        return switch (part) {
            case Story.Prose prose -> List.of(prose.text());
            case Story.Table table
            when table.columns().isEmpty() ->
                table.rows().stream()
                        .map(row -> "- " + row.getFirst().text() + ": " + joined(row.subList(1, row.size())))
                        .toList();
            case Story.Table table ->
                table.rows().stream().map(row -> "- " + joined(row)).toList();
            case Story.Listing listing ->
                listing.items().stream().map(item -> "- " + words(item)).toList();
        };
    }

    private static int leftOut(Story.Part part) {
        return switch (part) {
            case Story.Prose _ -> 0;
            case Story.Table table -> table.leftOut();
            case Story.Listing listing -> listing.leftOut();
        };
    }

    private static String joined(List<Cell> cells) {
        return cells.stream()
                .map(StoryPlain::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private static String words(Cell cell) {
        return cell.href() == null || cell.href().equals(cell.text()) ? cell.text() : cell.text() + " " + cell.href();
    }
}
