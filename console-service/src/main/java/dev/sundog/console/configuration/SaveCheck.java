package dev.sundog.console.configuration;

import java.util.List;
import java.util.Map;

/** Holds a document to more than itself when it is saved. */
public interface SaveCheck {

    /** What is found in it; empty where nothing is known to hold it to. */
    List<Remark> remarks(Kind kind, String id, Map<String, ?> document);

    /**
     * One thing that is found.
     *
     * @param certain true when nothing but a change of the document, or of what it is held to, can make it right
     * @param pointer JSON pointer to the place
     * @param detail what is wrong and what would be right, for people
     */
    record Remark(boolean certain, String pointer, String detail) {}
}
