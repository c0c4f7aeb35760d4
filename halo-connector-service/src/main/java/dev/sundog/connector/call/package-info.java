/**
 * Between steps 3 and 4 of 5: what the lifecycle asks of the caller, and how that ended.
 *
 * <p>Plain records of both, and their Avro form on the topics.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sundog.connector.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
