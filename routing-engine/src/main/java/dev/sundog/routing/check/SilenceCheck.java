package dev.sundog.routing.check;

import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.silence.SilenceBook;
import java.util.List;

/** Says what is wrong with a silence before it is saved. Pure; safe from any thread. */
public final class SilenceCheck {

    private final SilenceBook silences = new SilenceBook();

    /** What no event could be asked about; empty for a silence that may be saved. */
    public List<Finding> check(Silence silence) {
        return silences.faults(silence).stream()
                .map(fault -> new Finding(fault.pointer(), fault.why()))
                .toList();
    }
}
