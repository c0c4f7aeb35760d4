/**
 * Asked before configuration is saved: what in it could not be carried out, and what to write instead.
 */
@ApplicationModule(
        allowedDependencies = {"event", "ticket", "customer", "expression", "policy", "silence", "template", "decision"
        })
@NullMarked
package dev.sundog.routing.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
