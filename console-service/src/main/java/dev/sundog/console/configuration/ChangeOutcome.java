package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldError;
import java.util.List;

/** How a wish to change configuration ended. Each case is an expected answer. */
public sealed interface ChangeOutcome {

    /** There is a new object. */
    record Created(Stored stored) implements ChangeOutcome {}

    /** The object has a new version. */
    record Changed(Stored stored) implements ChangeOutcome {}

    /** The object was so already; nothing happened. */
    record Unchanged(Stored stored) implements ChangeOutcome {}

    /** The object is gone. */
    record Deleted() implements ChangeOutcome {}

    /** There is no such object. */
    record Unknown() implements ChangeOutcome {}

    /** The document is wrong. */
    record Invalid(List<FieldError> errors) implements ChangeOutcome {}

    /** The caller believes to change another version. */
    record Stale(String detail) implements ChangeOutcome {}

    /** The caller must say which version it means to change. */
    record ConditionMissing(long version) implements ChangeOutcome {}

    /** Others need it. */
    record Referenced(List<String> by) implements ChangeOutcome {}
}
