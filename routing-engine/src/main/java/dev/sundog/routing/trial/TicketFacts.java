package dev.sundog.routing.trial;

import dev.sundog.routing.decision.TicketWish;
import dev.sundog.routing.ticket.CustomField;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a ticket would have, by name and as text: to compare two, and to hold one to an example. */
public final class TicketFacts {

    private static final Object NOT_SET = new Object();

    private TicketFacts() {}

    /**
     * The facts of a wish: the fields by their names, custom fields as {@code customFields.NAME}, the life of the ticket as
     * {@code lifecycle.NAME}. What is not set is left out.
     */
    public static SortedMap<String, String> of(TicketWish wish) {
        var facts = new TreeMap<String, String>();
        facts.put("ticketKey", wish.ticketKey());
        facts.put("connectionId", wish.connectionId());
        facts.put("resolved", String.valueOf(wish.resolved()));
        facts.put("noteHtml", wish.noteHtml());
        components("", wish.fields(), facts);
        components("lifecycle.", wish.life(), facts);
        return Collections.unmodifiableSortedMap(facts);
    }

    // By reflection, so that a field added to the ticket cannot be forgotten here.
    private static void components(String prefix, Record record, SortedMap<String, String> facts) {
        for (var component : record.getClass().getRecordComponents()) {
            add(prefix + component.getName(), value(component, record), facts);
        }
    }

    private static void add(String name, Object value, SortedMap<String, String> facts) {
        if (value instanceof List<?> list) {
            list.stream()
                    .filter(CustomField.class::isInstance)
                    .map(CustomField.class::cast)
                    .forEach(field -> facts.put(name + "." + field.name(), field.value()));
            var texts = list.stream()
                    .filter(member -> !(member instanceof CustomField))
                    .map(String::valueOf)
                    .collect(Collectors.joining("; "));
            if (!texts.isEmpty()) {
                facts.put(name, texts);
            }
        } else if (!value.equals(NOT_SET)) {
            facts.put(name, String.valueOf(value));
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return Objects.requireNonNullElse(component.getAccessor().invoke(record), NOT_SET);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without an accessor for " + component, e);
        }
    }
}
