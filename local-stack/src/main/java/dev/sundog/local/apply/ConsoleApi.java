package dev.sundog.local.apply;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What applying needs of a console. */
interface ConsoleApi {

    /** The object as it is now; empty where there is none. */
    Optional<Stored> find(Manifest manifest);

    /**
     * Why a document would be refused, empty when it would not. Writes nothing.
     *
     * @param besides objects that would be written, too, so that the document may point at them
     */
    Optional<String> check(Manifest manifest, Set<Manifest> besides);

    /** Writes a new object. Returns why not, empty when it is written. */
    Optional<String> create(Manifest manifest);

    /** Writes over the object of that version. Returns why not, empty when it is written. */
    Optional<String> replace(Manifest manifest, String etag);

    /**
     * An object of the console.
     *
     * @param fields as the REST API shows them
     * @param etag names its version
     */
    record Stored(JsonNode fields, String etag) {}
}
