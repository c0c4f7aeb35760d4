package dev.sundog.console.configuration;

/**
 * A configuration object as the database has it.
 *
 * @param version counts up with each change, from 1
 */
public record Stored(Kind kind, String id, long version, Document document) {}
