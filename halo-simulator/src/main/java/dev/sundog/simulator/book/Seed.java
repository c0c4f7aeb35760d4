package dev.sundog.simulator.book;

import dev.sundog.simulator.book.Tenant.Kind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What is in a tenant at the start. */
final class Seed {

    private Seed() {}

    static void fill(Tenant tenant) {
        customer(tenant, 1, "Unknown", 1);
        customer(tenant, 10, "Acme MSP", 10);
        customer(tenant, 12, "Contoso Ltd", 18);
        customer(tenant, 13, "Fabrikam Inc", 19);
        customer(tenant, 14, "Northwind Traders", 20);
        ticketTypes(tenant);
        statuses(tenant);
        service(tenant);
        people(tenant);
        tenant.list(Kind.OUTCOME)
                .put(Row.of("id", 7, "outcome", "Private Note", "name", "Private Note", "hidden", true));
        tenant.list(Kind.CUSTOM_FIELD)
                .put(Row.of("id", 201, "name", "CFsundogReference", "label", "Sundog reference", "type", 0));
        tenant.list(Kind.CUSTOM_FIELD)
                .put(Row.of("id", 202, "name", "CFsundogEvent", "label", "Sundog event", "type", 0));
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

    private static void ticketTypes(Tenant tenant) {
        ticketType(tenant, 1, "Incident");
        ticketType(tenant, 2, "Service Request");
        ticketType(tenant, 3, "Change Request");
        ticketType(tenant, 4, "Problem");
        ticketType(tenant, 21, "Alert");
        ticketType(tenant, 22, "Recommendation");
    }

    private static void ticketType(Tenant tenant, int id, String name) {
        tenant.list(Kind.TICKET_TYPE)
                .put(Row.of(
                        "id",
                        id,
                        "name",
                        name,
                        "use",
                        "ticket",
                        "sequence",
                        id,
                        "cancreate",
                        true,
                        "agentscanselect",
                        true,
                        "default_sla",
                        1));
    }

    private static void statuses(Tenant tenant) {
        status(tenant, 1, "New", "#8064c8");
        status(tenant, 2, "In Progress", "#2b7de0");
        status(tenant, 3, "Action Required", "#d9822b");
        status(tenant, 4, "On Hold", "#8a8f98");
        status(tenant, 8, "Resolved", "#2e9e5b");
        status(tenant, 9, "Closed", "#5b6470");
    }

    private static void status(Tenant tenant, int id, String name, String colour) {
        tenant.list(Kind.STATUS)
                .put(Row.of("id", id, "name", name, "shortname", name, "type", 0, "sequence", id, "colour", colour));
    }

    private static void service(Tenant tenant) {
        tenant.list(Kind.SLA).put(Row.of("id", 1, "name", "Standard SLA"));
        priority(tenant, 1, "Critical", 4);
        priority(tenant, 2, "High", 8);
        priority(tenant, 3, "Medium", 24);
        priority(tenant, 4, "Low", 72);
        team(tenant, 1, "1st Line Support");
        team(tenant, 2, "2nd Line Support");
        team(tenant, 3, "Cloud Operations");
    }

    private static void priority(Tenant tenant, int number, String name, int hours) {
        String guid = UUID.nameUUIDFromBytes(("priority 1/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
        tenant.list(Kind.PRIORITY)
                .put(Row.of(
                        "id",
                        number,
                        "guid",
                        guid,
                        "slaid",
                        1,
                        "priorityid",
                        number,
                        "name",
                        name,
                        "fixtime",
                        (double) hours,
                        "fixunits",
                        "H",
                        "ishidden",
                        false));
    }

    private static void team(Tenant tenant, int id, String name) {
        tenant.list(Kind.TEAM)
                .put(Row.of("id", id, "name", name, "department_id", 1, "inactive", false, "sequence", id));
    }

    private static void people(Tenant tenant) {
        agent(tenant, 1, "Unassigned");
        agent(tenant, 2, "Sundog API");
        agent(tenant, 3, "Ada Agent");
    }

    private static void agent(Tenant tenant, int id, String name) {
        tenant.list(Kind.AGENT).put(Row.of("id", id, "name", name, "isdisabled", false, "team", "1st Line Support"));
    }
}
