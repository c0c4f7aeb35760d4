package dev.sundog.routing.customer;

import java.util.Optional;

/** Finds organizations and connections by their ids, as the control plane published them last. Never waits. */
public interface Directory {

    /** The organization; empty when it is unknown, deleted or its record cannot be read. */
    Optional<Organization> organization(String id);

    /** The connection; empty when it is unknown, deleted or its record cannot be read. */
    Optional<Connection> connection(String id);
}
