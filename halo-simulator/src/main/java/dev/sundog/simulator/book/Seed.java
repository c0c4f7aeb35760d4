package dev.sundog.simulator.book;

/** What is in a tenant at the start. */
final class Seed {

    private Seed() {}

    static void fill(Tenant tenant) {
        customer(tenant, 1, "Unknown", 1);
        customer(tenant, 10, "Acme MSP", 10);
        customer(tenant, 12, "Contoso Ltd", 18);
        customer(tenant, 13, "Fabrikam Inc", 19);
        customer(tenant, 14, "Northwind Traders", 20);
        SeedText.fill(tenant);
    }

    /** Customers 1001 and so on, each with its main site of the same number. */
    static void customers(Tenant tenant, int count) {
        for (int id = 1001; id <= 1000 + count; id++) {
            customer(tenant, id, "Customer " + id, id);
        }
    }

    private static void customer(Tenant tenant, int id, String name, int siteId) {
        tenant.list(Kind.CLIENT)
                .put(Row.of(
                        "id",
                        id,
                        "name",
                        name,
                        "toplevel_id",
                        1,
                        "inactive",
                        false,
                        "main_site_id",
                        siteId,
                        "main_site_name",
                        "Main"));
        tenant.list(Kind.SITE)
                .put(Row.of(
                        "id",
                        siteId,
                        "name",
                        "Main",
                        "client_id",
                        id,
                        "client_name",
                        name,
                        "clientsite_name",
                        name + "/Main",
                        "inactive",
                        false,
                        "sla_id",
                        1));
    }
}
