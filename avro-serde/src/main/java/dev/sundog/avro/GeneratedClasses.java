package dev.sundog.avro;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which generated classes may be made from what a record says. Avro trusts none by itself.
 *
 * <p>Trusted in addition to what Avro was told already: classes that Avro generated, in Sundog's three schema packages and in
 * those the configuration names; no package below them.
 */
final class GeneratedClasses {

    private static final Set<String> PACKAGES = ConcurrentHashMap.newKeySet();

    private static @Nullable ClassSecurityPredicate installed;

    static {
        PACKAGES.addAll(Set.of("dev.sundog.event", "dev.sundog.delivery", "dev.sundog.configuration"));
    }

    private GeneratedClasses() {}

    /** Trusts these packages too. Safe to call again, also after somebody else set Avro's global validator. */
    static synchronized void trust(Collection<String> packages) {
        PACKAGES.addAll(packages);
        ClassSecurityPredicate current = ClassSecurityValidator.getGlobal();
        if (!current.equals(installed)) {
            installed = ClassSecurityValidator.composite(current, GeneratedClasses::isTrusted);
            ClassSecurityValidator.setGlobal(installed);
        }
    }

    private static boolean isTrusted(Class<?> type) {
        return PACKAGES.contains(type.getPackageName()) && type.isAnnotationPresent(AvroGenerated.class);
    }
}
