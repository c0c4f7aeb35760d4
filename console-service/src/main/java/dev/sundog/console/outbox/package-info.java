/**
 * Step 3 of 5: tells Kafka about each change, at least once and in the order of each object, however long Kafka is away.
 */
@ApplicationModule(allowedDependencies = {"meters", "topics"})
@NullMarked
package dev.sundog.console.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
