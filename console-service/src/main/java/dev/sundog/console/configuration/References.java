package dev.sundog.console.configuration;

import java.util.Optional;

/** Answers what a document may point at. */
interface References {

    /** The object that has this id, of whatever tenant. */
    Optional<Stored> find(Kind kind, String id);
}
