package dev.sundog.routing.customer;

import org.jspecify.annotations.Nullable;

/**
 * The party in Halo that tickets belong to.
 *
 * @param siteId the customer's site
 * @param userId the customer's user
 */
public record Customer(
        long id, @Nullable Long siteId, @Nullable Long userId) {}
