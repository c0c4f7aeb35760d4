package dev.sundog.local.chaos.check;

/**
 * Something that is not as it must be.
 *
 * @param subject event, ticket key or ticket that it is about
 * @param evidence what was found, with places
 */
public record Violation(Invariant invariant, String subject, String evidence) {

    @Override
    public String toString() {
        return subject + ": " + evidence;
    }
}
