package dev.sundog.local.apply;

import tools.jackson.databind.node.ObjectNode;

/**
 * One document of configuration: how an object shall be.
 *
 * @param kind what it is
 * @param id of the object
 * @param fields as the REST API takes them, without kind and id
 * @param place file and number of the document, for people
 */
public record Manifest(Kind kind, String id, ObjectNode fields, String place) {

    private static final String SECRET = "clientSecret";

    boolean hasSecret() {
        return fields.has(SECRET);
    }

    String path() {
        return "/api/v1/" + kind.collection() + "/" + id;
    }

    /** For people: what it is and which. */
    public String title() {
        return kind.word() + " " + id;
    }
}
