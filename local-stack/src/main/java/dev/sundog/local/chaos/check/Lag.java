package dev.sundog.local.chaos.check;

/** Committed records of a partition that a group has not read. */
public record Lag(String group, String topic, int partition, long records) {}
