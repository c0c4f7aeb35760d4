package dev.sundog.contract;

import java.util.Set;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that the contract's generated classes may be made from records.
 *
 * <p>Since 1.12.2 Avro makes no class that it was not told to trust, and asks even when a builder fills in a default. Every
 * generated record of this artifact calls {@link #establish()} when it is loaded, so nobody has to know. Only classes that
 * Avro generated, in the contract's own packages, are trusted; what else was trusted before stays so.
 */
public final class AvroTrust {

    private static final Set<String> PACKAGES =
            Set.of("dev.sundog.event", "dev.sundog.delivery", "dev.sundog.configuration");

    private static ClassSecurityPredicate established;

    private AvroTrust() {}

    /** Adds the contract's classes to what Avro trusts. Safe from any thread; a second call does nothing. */
    public static synchronized void establish() {
        ClassSecurityPredicate current = ClassSecurityValidator.getGlobal();
        if (!current.equals(established)) {
            established = ClassSecurityValidator.composite(current, AvroTrust::isOurs);
            ClassSecurityValidator.setGlobal(established);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return PACKAGES.contains(type.getPackageName()) && type.isAnnotationPresent(AvroGenerated.class);
    }
}
