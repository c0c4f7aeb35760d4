package dev.sundog.console.screens;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides which addresses become links. They come from outside; one that is not of the web stays text. */
public final class SafeLinks {

    /** True for http and https. */
    public boolean follow(@Nullable String address) {
        if (address == null) {
            return false;
        }
        var start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }
}
