package dev.sundog.benchmarks.routing;

import dev.sundog.configuration.Organization;
import dev.sundog.configuration.TicketTemplate;
import java.util.List;
import java.util.Locale;

/**
 * Organizations by the million, as they stand on their topic: a thousand tenants, every organization with a name, a customer and a
 * site, every tenth with ticket fields of its own.
 */
final class AvroMillion {

    private static final int TENANTS = 1_000;

    private AvroMillion() {}

    /** The organization of that number. */
    static Organization organization(int number) {
        int tenant = number % TENANTS;
        var organization = Organization.newBuilder()
                .setId("0c7e5a1e-6f0b-4d5e-8a3c-" + String.format(Locale.ROOT, "%012d", number))
                .setTenantId("tenant-" + tenant)
                .setVersion(1 + number % 7)
                .setName("Customer number " + number)
                .setParentId("tenant-" + tenant + "-customers")
                .setCustomerId(1_000L + number)
                .setSiteId(2_000L + number);
        if (number % 10 == 0) {
            organization.setOverrides(TicketTemplate.newBuilder()
                    .setTeam("Team " + number % 50)
                    .setCategories(List.of("Monitoring>Cloud"))
                    .build());
        }
        return organization.build();
    }
}
