package dev.sundog.routing.silence;

import java.util.Collection;

/** Finds silences, as the control plane published them last. Never waits. */
public interface Silences {

    /** All silences of a tenant, past and future ones included, in no order. */
    Collection<Silence> silences(String tenantId);
}
