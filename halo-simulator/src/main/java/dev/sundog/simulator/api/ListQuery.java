package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Which records of a list a query wants. A parameter that neither the table nor this knows filters nothing. */
final class ListQuery {

    private ListQuery() {}

    static Predicate<Row> of(Offer offer, Call call) {
        Predicate<Row> all = alive(offer.kind(), call);
        for (Map.Entry<String, String> one : offer.filters().entrySet()) {
            String value = call.query().getOrDefault(one.getKey(), "");
            boolean none = value.isBlank() || (value.equals("0") && one.getKey().endsWith("_id"));
            if (!none) {
                all = all.and(filter(offer, one.getKey(), one.getValue(), value));
            }
        }
        String search = call.query().getOrDefault("search", "").strip().toLowerCase(Locale.ROOT);
        if (!search.isEmpty()) {
            all = all.and(row -> offer.searched().stream()
                    .anyMatch(field -> lower(row, field).contains(search)));
        }
        String conditions = call.query().getOrDefault("advanced_search", "");
        return conditions.isBlank() ? all : all.and(AdvancedSearch.read(conditions, offer.searched()));
    }

    /** What is inactive, disabled or hidden is seen only on demand. */
    private static Predicate<Row> alive(Kind kind, Call call) {
        return switch (kind) {
            case AGENT ->
                row -> (row.number("id") != 1 || call.flag("includeunassigned"))
                        && (!row.flag("isdisabled") || call.flag("includedisabled") || activity(call, true));
            case TEAM -> row -> !row.flag("inactive") || call.flag("includedisabled");
            case OUTCOME -> row -> !row.flag("hidden") || call.flag("showhidden");
            case TICKET_TYPE ->
                row -> (row.flag("visible") || call.flag("showinactive") || call.flag("showall"))
                        && (row.flag("cancreate") || !call.flag("can_create_only"));
            case STATUS -> row -> !call.flag("excludeclosed") || !TicketSearch.CLOSED.contains(row.number("id"));
            default ->
                row -> row.flag("inactive")
                        ? call.flag("includeinactive") || activity(call, true)
                        : !call.query().getOrDefault("includeactive", "").equalsIgnoreCase("false")
                                && !activity(call, false);
        };
    }

    /**
     * Reads {@code activeinactive=true,false}: whether it asks for inactive ones, or whether it asks to leave active ones
     * out.
     */
    private static boolean activity(Call call, boolean inactiveWanted) {
        String[] words = call.query().getOrDefault("activeinactive", "").split(",", -1);
        return words.length == 2
                && (inactiveWanted
                        ? words[1].strip().equalsIgnoreCase("true")
                        : words[0].strip().equalsIgnoreCase("false"));
    }

    private static Predicate<Row> filter(Offer offer, String parameter, String field, String value) {
        FieldType type = offer.type(field);
        if (type == FieldType.INTEGER || type == FieldType.DECIMAL) {
            List<Integer> wanted = Paging.numbers(parameter, value);
            return row -> wanted.contains(row.number(field));
        }
        List<String> wanted = Arrays.stream(value.split(",", -1))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .toList();
        return row -> wanted.contains(lower(row, field)) || lower(row, field).equals(value.toLowerCase(Locale.ROOT));
    }

    private static String lower(Row row, String field) {
        return row.find(field).map(Object::toString).orElse("").toLowerCase(Locale.ROOT);
    }
}
