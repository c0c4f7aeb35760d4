package dev.sundog.local.chaos;

import dev.sundog.local.chaos.load.PlannedEvent;

/** A way into Sundog. Safe from any thread. */
interface Product {

    /** Sends an event. True when it is accepted for certain; false when nobody can tell, or it was refused for now. */
    boolean send(PlannedEvent event);
}
