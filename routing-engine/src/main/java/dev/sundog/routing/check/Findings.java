package dev.sundog.routing.check;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, each below one place. For one thread. */
final class Findings {

    private final String place;
    private final String about;
    private final List<Finding> all;

    Findings() {
        this("", "", new ArrayList<>());
    }

    private Findings(String place, String about, List<Finding> all) {
        this.place = place;
        this.about = about;
        this.all = all;
    }

    /** The same list, below a deeper place. */
    Findings at(String deeper) {
        return new Findings(place + deeper, about, all);
    }

    /** The same list, with words before each message. */
    Findings about(String words) {
        return new Findings(place, words, all);
    }

    void add(String pointer, String message) {
        all.add(new Finding(place + pointer, about + message));
    }

    List<Finding> toList() {
        return List.copyOf(all);
    }

    /** A member's part of a pointer. */
    static String member(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
