package dev.sundog.contract;

import java.util.Set;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;

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

    private static boolean established;

    private AvroTrust() {}

    /** Adds the contract's classes to what Avro trusts. Safe from any thread; a second call does nothing. */
    public static synchronized void establish() {
        // Once, and not whenever another set is found: who adds to ours wraps it, and the two would wrap each other for
        // ever.
        if (!established) {
            established = true;
            ClassSecurityValidator.setGlobal(
                    ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), AvroTrust::isOurs));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return PACKAGES.contains(type.getPackageName()) && type.isAnnotationPresent(AvroGenerated.class);
    }
}
