package dev.sundog.console.configuration;

import java.util.List;
import java.util.Optional;

/**
 * What policies and organizations were before, with who made each version and why. Connections have no history, for their
 * documents hold secrets, and silences have none, for they end.
 */
public interface Versions {

    /** An object's versions, the latest first, at most 500; only those that its tenant made. */
    List<PublishedVersion> of(Stored stored);

    /** One of them. */
    Optional<PublishedVersion> of(Stored stored, long version);
}
