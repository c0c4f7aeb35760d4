package dev.sundog.connector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The story of one schedule, line by line; nothing is kept unless it is wanted. */
final class TimeLine {

    private static final int MOST = 4_000;

    private final Agenda agenda;
    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();

    TimeLine(Agenda agenda, boolean wanted) {
        this.agenda = agenda;
        this.wanted = wanted;
    }

    void say(String who, Supplier<String> what) {
        if (wanted && lines.size() < MOST) {
            lines.add(String.format(Locale.ROOT, "%9.3f s  %-9s %s", agenda.elapsed() / 1000.0, who, what.get()));
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
