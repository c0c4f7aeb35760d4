package dev.sundog.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of figures in Markdown, so that it can be pasted into the documentation. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    public Table(String... columns) {
        row(columns);
        lines.add(List.of(columns).stream().map(_ -> "---").collect(Collectors.joining("|", "|", "|")));
    }

    public Table row(String... cells) {
        lines.add(String.join(" | ", cells).transform(line -> "| " + line + " |"));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
