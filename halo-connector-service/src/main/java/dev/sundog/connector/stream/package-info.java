/**
 * Step 3 of 5, its edge: the topology that hosts the lifecycle. Stores, timers and what goes over the wire.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "call",
            "lane",
            "lifecycle",
            "connection",
            "meters",
            "reference",
            "status",
            "storm"
        })
@NullMarked
package dev.sundog.connector.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
