package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.RecordBook;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Creates and changes the records of a list, with the little that follows from what is given. */
final class RecordWriter {

    private final Tenant tenant;
    private final Offer offer;
    private final RecordBook book;
    private final InstantSource time;

    RecordWriter(Tenant tenant, Offer offer, InstantSource time) {
        this.tenant = tenant;
        this.offer = offer;
        this.book = tenant.list(offer.kind());
        this.time = time;
    }

    Row create(Map<String, Object> element, Grant grant) {
        Map<String, Object> values = new LinkedHashMap<>(offer.defaults());
        values.putAll(kept(element));
        complete(values);
        begin(values, grant);
        Row row = book.add(Row.of(values));
        return offer.kind() == Kind.CLIENT ? withMainSite(row) : row;
    }

    Row change(Row row, Map<String, Object> element) {
        Map<String, Object> values = kept(element);
        complete(values);
        return book.put(row.with(values));
    }

    private static Map<String, Object> kept(Map<String, Object> element) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        values.keySet().removeIf(name -> name.startsWith("_") || name.equals("id"));
        return values;
    }

    /** What follows from given fields, at creation and later. */
    private void complete(Map<String, Object> values) {
        switch (offer.kind()) {
            case USER, ASSET -> place(values);
            case INVOICE, RECURRING_INVOICE, QUOTATION, SALES_ORDER, PURCHASE_ORDER -> numberLines(values);
            case ATTACHMENT -> measure(values);
            default -> {
                // nothing follows
            }
        }
    }

    private void begin(Map<String, Object> values, Grant grant) {
        switch (offer.kind()) {
            case PRIORITY -> values.put("_shown", UUID.randomUUID().toString());
            case TIMESHEET -> values.put("_shown", 0);
            case LOOKUP -> values.put("_shown", nextCode(values));
            case ATTACHMENT -> {
                values.put("datecreated", time.instant());
                tenant.tickets()
                        .find(number(values, "ticket_id"))
                        .ifPresent(ticket ->
                                ticket.change(row -> row.with("attachment_count", row.number("attachment_count") + 1)));
            }
            case EXTERNAL_LINK, INVOICE -> values.putIfAbsent("date_created", time.instant());
            case KB_ARTICLE -> {
                values.put("date_created", time.instant());
                values.put("creator_id", grant.agentId());
            }
            case CRM_NOTE -> {
                values.putIfAbsent("datetime", time.instant());
                values.putIfAbsent("who_agentid", grant.agentId());
            }
            case USER ->
                values.putIfAbsent(
                        "name",
                        "%s %s"
                                .formatted(values.getOrDefault("firstname", ""), values.getOrDefault("surname", ""))
                                .strip());
            default -> {
                // nothing begins
            }
        }
    }

    /** The customer follows from the site, the site from the customer. */
    private void place(Map<String, Object> values) {
        int site = number(values, "site_id");
        int client = number(values, "client_id");
        if (site > 0) {
            tenant.list(Kind.SITE).find(site).ifPresent(row -> values.put("client_id", row.number("client_id")));
        } else if (client > 0) {
            tenant.list(Kind.CLIENT).find(client).ifPresent(row -> {
                int main = row.number("main_site_id");
                values.put("site_id", offer.kind() == Kind.USER ? (Object) (double) main : (Object) main);
            });
        }
    }

    private static void numberLines(Map<String, Object> values) {
        if (!(values.get("lines") instanceof List<?> lines)) {
            return;
        }
        int last = lines.stream().mapToInt(RecordWriter::idOf).max().orElse(0);
        List<Object> numbered = new ArrayList<>();
        for (Object line : lines) {
            Map<String, Object> copy = new LinkedHashMap<>();
            if (line instanceof Map<?, ?> given) {
                given.forEach((name, value) -> copy.put(String.valueOf(name), value));
            }
            if (idOf(copy) <= 0) {
                copy.put("id", ++last);
            }
            numbered.add(copy);
        }
        values.put("lines", numbered);
    }

    /** A file may come with the head of a data URL. */
    private static void measure(Map<String, Object> values) {
        if (values.get("data_base64") instanceof String text) {
            String data = text.substring(text.indexOf(',') + 1).strip();
            values.put("data_base64", data);
            values.put("filesize", size(data));
        }
        Object ticket = values.get("ticket_id");
        if (ticket != null) {
            values.put("unique_id", ticket);
            values.put("faultid", ticket);
        }
    }

    private static int size(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64).length;
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private int nextCode(Map<String, Object> values) {
        return book.all().stream()
                        .filter(row -> row.number("lookupid") == number(values, "lookupid"))
                        .mapToInt(row -> row.number("_shown"))
                        .max()
                        .orElse(0)
                + 1;
    }

    private Row withMainSite(Row client) {
        String name = client.text("newclient_sitename").isEmpty() ? "Main" : client.text("newclient_sitename");
        Row site = tenant.list(Kind.SITE)
                .add(Row.of("name", name, "client_id", (double) client.number("id"), "inactive", false, "sla_id", 1));
        return book.put(client.with(Map.of("main_site_id", site.number("id"), "main_site_name", name)));
    }

    private static int idOf(Object line) {
        return line instanceof Map<?, ?> map && map.get("id") instanceof Number number ? number.intValue() : 0;
    }

    private static int number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
