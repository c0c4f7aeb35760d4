package dev.sundog.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.Examples;
import dev.sundog.routing.customer.Organization;
import org.junit.jupiter.api.Test;

class CommonTest {

    private final ConfigurationTables tables = new ConfigurationTables();

    @Test
    void keepsOnceWhatOrganizationsHaveInCommon() {
        tables.putOrganization("one", organization("one"));
        tables.putOrganization("two", organization("two"));

        var one = tables.organization("one").orElseThrow();
        var two = tables.organization("two").orElseThrow();
        assertThat(one).isEqualTo(organization("one"));
        assertThat(two).isEqualTo(organization("two"));
        assertThat(two.tenantId()).isSameAs(one.tenantId());
        assertThat(two.parentId()).isSameAs(one.parentId());
        assertThat(two.connectionId()).isSameAs(one.connectionId());
        assertThat(two.overrides()).isSameAs(one.overrides());
    }

    // New texts each time, as records bring them.
    private static Organization organization(String id) {
        return Examples.organization(
                id, new String("customers"), new String("acme-halo"), 12L, Examples.team(new String("DBA")));
    }
}
