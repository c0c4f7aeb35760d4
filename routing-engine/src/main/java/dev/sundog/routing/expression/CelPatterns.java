package dev.sundog.routing.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds patterns in texts, in time that grows with the text and no faster (RE2). Compiles each pattern once, as long as there are
 * not too many, where CEL's own function would compile it for each text. Safe from any thread.
 */
final class CelPatterns {

    private static final int KEPT = 1_000;

    private final ConcurrentMap<String, Pattern> compiled = new ConcurrentHashMap<>();

    /**
     * The pattern, ready to be used.
     *
     * @throws PatternSyntaxException if it is none
     */
    Pattern compiled(String pattern) {
        var known = compiled.get(pattern);
        if (known != null) {
            return known;
        }
        if (compiled.size() >= KEPT) {
            compiled.clear();
        }
        var fresh = Pattern.compile(pattern);
        var other = compiled.putIfAbsent(pattern, fresh);
        return other == null ? fresh : other;
    }

    /** CEL's function {@code matches}, in both of its forms: true where any part of the text fits. */
    @SuppressWarnings(
            "Immutable") // CEL wants functions that several threads may call: this one may be, though it remembers.
    List<CelFunctionBinding> functions() {
        return List.of(
                CelFunctionBinding.from("matches", String.class, String.class, this::found),
                CelFunctionBinding.from("matches_string", String.class, String.class, this::found));
    }

    private boolean found(String text, String pattern) {
        return compiled(pattern).matcher(text).find();
    }
}
