package dev.sundog.local.demo;

/**
 * A ticket as Halo shows it.
 *
 * @param reference what finds a lost create again
 */
record HaloTicket(
        long number,
        String summary,
        String customer,
        String type,
        String status,
        String priority,
        String team,
        String reference) {}
