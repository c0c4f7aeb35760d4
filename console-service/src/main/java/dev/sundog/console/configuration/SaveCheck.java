package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldError;
import java.util.List;
import java.util.Map;

/** Holds a document to more than itself before it is saved, where the caller asks for that. */
public interface SaveCheck {

    /** What speaks against saving it for certain; empty where nothing is known. */
    List<FieldError> refusals(Kind kind, String id, Map<String, ?> document);
}
