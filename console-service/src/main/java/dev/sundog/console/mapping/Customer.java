package dev.sundog.console.mapping;

import java.util.List;

/**
 * A customer of Halo, as far as it may be recognized.
 *
 * @param active false for one that is not in use any more
 * @param traits by which Halo itself knows it
 * @param mailDomains of its users' addresses
 */
public record Customer(long id, String name, boolean active, Traits traits, List<String> mailDomains) {

    public Customer {
        mailDomains = List.copyOf(mailDomains);
    }
}
