package dev.sundog.console.configuration;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where configuration is kept. */
public interface ConfigurationStore extends References {

    /** Does the work in one transaction that no other change runs beside. */
    <T> T alone(Supplier<T> work);

    /**
     * One page of the objects of a kind, ordered by id.
     *
     * @param tenantId only this tenant's; everyone's where empty
     */
    List<Stored> list(Kind kind, Optional<String> tenantId, int page, int size);

    /** How many there are of a kind. */
    long count(Kind kind, Optional<String> tenantId);

    /** Adds an object; its version goes on from that of one with its id that was deleted. */
    Stored insert(Kind kind, String id, Document document);

    /** Changes an object that is in the given version. */
    Stored update(Stored stored, Document document);

    /** Remembers who made this version, where the kind has a history, see {@link Versions}. */
    void sign(Stored stored, Signature signature);

    /** Removes an object that nothing points at. */
    void delete(Stored stored);

    /** What points at an object, each as its kind and id; at most 20. */
    List<String> referencesTo(Stored stored);
}
