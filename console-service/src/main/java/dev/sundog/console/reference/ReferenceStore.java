package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.List;
import java.util.Optional;

/** Where it is kept what can be chosen in Halo. Whatever is asked for is one tenant's alone. */
public interface ReferenceStore {

    /**
     * Takes records in their order. The same ones a second time change nothing.
     *
     * @return the connections of which a kind is whole anew
     */
    List<String> write(List<Part> parts);

    /** How well each kind is known, those never read included. */
    List<KindState> kinds(String tenantId, String connectionId);

    /** All items of a kind, in Halo's order; empty where it was never read. */
    List<Item> items(String tenantId, String connectionId, ReferenceKind kind);

    /** The first item of a kind with this number. */
    Optional<Item> item(String tenantId, String connectionId, ReferenceKind kind, long id);
}
