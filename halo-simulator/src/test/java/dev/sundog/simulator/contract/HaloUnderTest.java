package dev.sundog.simulator.contract;

import java.net.URI;

/** The Halo that a contract is tried on, and what may be used there. */
public record HaloUnderTest(
        URI api, URI auth, String clientId, String clientSecret, int customer, int site, int ticketType, int outcome) {}
