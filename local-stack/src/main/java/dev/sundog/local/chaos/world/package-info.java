/**
 * Who takes part in a chaos run: connections, organizations, the policy. Plain data; uses nothing.
 */
@NullMarked
package dev.sundog.local.chaos.world;

import org.jspecify.annotations.NullMarked;
