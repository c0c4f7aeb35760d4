package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Organization;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps once what many organizations have in common: of a million, most share tenant, parent and ticket fields. Safe from any
 * thread.
 */
final class Common {

    /** Beyond this many the values are hardly common; begins anew then, which costs memory only. */
    private static final int MOST = 100_000;

    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    /** An equal organization made of parts that are kept once. */
    Organization organization(Organization from) {
        return new Organization(
                from.id(),
                one(from.tenantId()),
                from.version(),
                from.name(),
                oneOrNull(from.parentId()),
                oneOrNull(from.connectionId()),
                from.customerId(),
                from.siteId(),
                from.userId(),
                oneOrNull(from.policyId()),
                one(from.overrides()));
    }

    private <T> @Nullable T oneOrNull(@Nullable T value) {
        return value == null ? null : one(value);
    }

    @SuppressWarnings("unchecked") // equal values are of one class
    private <T> T one(T value) {
        if (kept.size() >= MOST) {
            kept.clear();
        }
        var known = kept.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
