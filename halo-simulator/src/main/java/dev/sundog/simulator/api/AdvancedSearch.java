package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.http.HttpJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code advanced_search}: a JSON array of conditions that must all hold. {@code filter_type} 2 is equality, 4 is
 * containing; case does not count. A field that is not on the list is refused in Halo's words; so is what cannot be read
 * (a guess).
 */
final class AdvancedSearch {

    private static final Answer INVALID = Answer.refusal("Invalid advanced search parameter");
    private static final int EQUALS = 2;
    private static final int CONTAINS = 4;

    private AdvancedSearch() {}

    /**
     * The condition that the parameter says.
     *
     * @param allowed fields that may be asked for
     * @throws RefusedException if Halo would not take it
     */
    static Predicate<Row> read(String parameter, Collection<String> allowed) {
        Predicate<Row> all = _ -> true;
        for (Object one : conditions(parameter)) {
            if (!(one instanceof Map<?, ?> condition)) {
                throw new RefusedException(INVALID);
            }
            all = all.and(condition(condition, allowed));
        }
        return all;
    }

    private static List<?> conditions(String parameter) {
        try {
            if (HttpJson.read(parameter.getBytes(StandardCharsets.UTF_8)) instanceof List<?> list) {
                return list;
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException(INVALID);
        }
        throw new RefusedException(INVALID);
    }

    private static Predicate<Row> condition(Map<?, ?> condition, Collection<String> allowed) {
        String field = String.valueOf(condition.get("filter_name")).toLowerCase(Locale.ROOT);
        String type = String.valueOf(condition.get("filter_type"));
        String wanted = String.valueOf(condition.get("filter_value")).toLowerCase(Locale.ROOT);
        if (!allowed.contains(field) || !condition.containsKey("filter_value")) {
            throw new RefusedException(INVALID);
        }
        if (type.equals(String.valueOf(EQUALS))) {
            return row -> text(row, field).equals(wanted);
        }
        if (type.equals(String.valueOf(CONTAINS))) {
            return row -> text(row, field).contains(wanted);
        }
        throw new RefusedException(INVALID);
    }

    private static String text(Row row, String field) {
        return row.find(field).map(Object::toString).orElse("").toLowerCase(Locale.ROOT);
    }
}
