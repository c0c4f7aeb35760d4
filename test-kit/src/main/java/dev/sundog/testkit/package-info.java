/**
 * What tests share: one real Kafka broker and one real schema registry for each test JVM, started when first asked for.
 *
 * <p>Test scope only; no product code depends on it.
 */
@NullMarked
package dev.sundog.testkit;

import org.jspecify.annotations.NullMarked;
