/**
 * Step 7 of 7: the topology that hosts it all: the only package that knows Kafka Streams and the binder.
 */
@ApplicationModule(
        allowedDependencies = {
            "event",
            "ticket",
            "customer",
            "policy",
            "silence",
            "template",
            "decision",
            "trial",
            "parking",
            "wire",
            "meters"
        })
@NullMarked
package dev.sundog.routing.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
