package dev.sundog.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Three keys that tests send with. */
public final class GatewayKeys {

    /** Tenant acme-msp, everything. */
    public static final String ALL = "test-key-all";

    /** Tenant acme-msp, organization contoso, source backup. */
    public static final String CONTOSO = "test-key-contoso";

    /** Another tenant, everything. */
    public static final String STRANGER = "test-key-stranger";

    private GatewayKeys() {}

    /** Sets the keys. */
    public static void register(BiConsumer<String, Supplier<Object>> registry) {
        set(registry, 0, ALL, "acme-msp");
        set(registry, 1, CONTOSO, "acme-msp");
        set(registry, 2, STRANGER, "other-msp");
        registry.accept("sundog.gateway.api-keys[1].organizations", () -> "contoso");
        registry.accept("sundog.gateway.api-keys[1].sources", () -> "backup");
    }

    private static void set(BiConsumer<String, Supplier<Object>> registry, int index, String key, String tenant) {
        var prefix = "sundog.gateway.api-keys[" + index + "].";
        registry.accept(prefix + "id", () -> key);
        registry.accept(prefix + "hash", () -> "sha256:" + sha256(key));
        registry.accept(prefix + "tenant-id", () -> tenant);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
