package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults that change what Halo understands of a request. */
final class RequestDistortion {

    private static final Set<String> NOT_FILTERS =
            Set.of("pageinate", "page_no", "page_size", "count", "order", "orderdesc");
    private static final int LARGE = 100_000;

    private RequestDistortion() {}

    /** Whether the fault can strike a request with this body. */
    static boolean fits(Fault fault, Call call) {
        return switch (fault.kind()) {
            case LARGE_DETAILS -> {
                int most = fault.value().isEmpty() ? LARGE : Integer.parseInt(fault.value());
                yield elements(call).stream()
                        .anyMatch(one -> longer(one.get("details_html"), most) || longer(one.get("note_html"), most));
            }
            case NUMBER_COLLISION -> elements(call).stream().anyMatch(one -> !one.containsKey("id"));
            default -> true;
        };
    }

    static Call of(List<Fault> struck, Call call) {
        Call changed = call;
        for (Fault fault : struck) {
            if (fault.kind() == FaultKind.FIELD_DROPPED && changed.body() instanceof Body.Json(List<?> list)) {
                changed = changed.withBody(new Body.Json(list.stream()
                        .map(one -> one instanceof Map<?, ?> element ? without(element, fault.value()) : one)
                        .toList()));
            } else if (fault.kind() == FaultKind.SEARCH_UNFILTERED) {
                Map<String, String> kept = new HashMap<>(changed.query());
                kept.keySet().retainAll(NOT_FILTERS);
                changed = changed.withQuery(kept);
            }
        }
        return changed;
    }

    /** The objects of a body that is an array. */
    static List<Map<?, ?>> elements(Call call) {
        return call.body() instanceof Body.Json(List<?> list)
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                        .toList()
                : List.of();
    }

    private static Map<String, Object> without(Map<?, ?> element, String field) {
        Map<String, Object> kept = new LinkedHashMap<>();
        element.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (key.equalsIgnoreCase("customfields") && value instanceof List<?> list) {
                kept.put(key, list.stream().filter(one -> !isNamed(one, field)).toList());
            } else {
                kept.put(key, value);
            }
        });
        kept.keySet().removeIf(field::equalsIgnoreCase);
        return kept;
    }

    private static boolean isNamed(Object customField, String field) {
        return customField instanceof Map<?, ?> map && field.equalsIgnoreCase(String.valueOf(map.get("name")));
    }

    private static boolean longer(@Nullable Object value, int most) {
        return value instanceof String text && text.length() > most;
    }
}
