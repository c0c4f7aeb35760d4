/**
 * Step 2 of 4: what senders speak. Each format is one small mapping from parsed JSON to an {@link
 * dev.sundog.gateway.format.Event}. Pure: JSON comes in as maps, lists, texts, numbers and truth values.
 */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.sundog.gateway.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
