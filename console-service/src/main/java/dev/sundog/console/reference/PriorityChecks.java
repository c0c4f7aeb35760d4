package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;

/** Priorities against the SLA that a ticket will have: each SLA has its own, known by their numbers within it. */
record PriorityChecks(Checks checks, TemplateChecks fields) {

    private static final String BY_SEVERITY = "priorityBySeverity";

    void check(Place template) {
        if (!checks.catalog().isWhole(ReferenceKind.PRIORITY)) {
            return;
        }
        var sla = sla(template);
        own(template.part(BY_SEVERITY), sla);
        own(template.part("priorityBySeverityAndImpact"), sla);
        inherited(template, sla);
    }

    private void own(Place map, Optional<Long> sla) {
        for (var key : map.fields().keySet()) {
            var priority = map.number(String.valueOf(key));
            if (priority.isPresent() && isLacking(priority.get(), sla)) {
                add(map.pointer(key), name(sla) + " has no priority " + priority.get(), sla);
            }
        }
    }

    /** A place that chooses the SLA answers for the priorities, too, that wider places give. */
    private void inherited(Place template, Optional<Long> sla) {
        var chosen = template.number("slaId").isPresent() ? "slaId" : "ticketTypeId";
        if (template.number(chosen).isEmpty()
                || fields.layers(template)
                        .anyMatch(layer ->
                                !layer.part("computed").text("priorityId").isEmpty())) {
            return;
        }
        var given = new HashSet<Object>(template.part(BY_SEVERITY).fields().keySet());
        fields.layers(template).map(layer -> layer.part(BY_SEVERITY)).forEach(map -> {
            for (var severity : map.fields().keySet()) {
                var priority = map.number(String.valueOf(severity));
                if (given.add(severity) && priority.isPresent() && isLacking(priority.get(), sla)) {
                    add(
                            template.pointer(chosen),
                            name(sla) + " has no priority " + priority.get() + ", which a wider place gives to "
                                    + severity,
                            sla);
                }
            }
        });
    }

    /** The one that is set, or else the usual one of the ticket type; empty where neither is known. */
    private Optional<Long> sla(Place template) {
        if (fields.isComputed("slaId", template)) {
            return Optional.empty();
        }
        return fields.number("slaId", template)
                .or(() -> fields.number("ticketTypeId", template)
                        .flatMap(type -> checks.catalog().find(ReferenceKind.TICKET_TYPE, type))
                        .flatMap(type -> Optional.ofNullable(type.slaId())));
    }

    private boolean isLacking(long priority, Optional<Long> sla) {
        return checks.catalog().all(ReferenceKind.PRIORITY).stream()
                .noneMatch(item -> item.id() == priority && isOf(item, sla));
    }

    private void add(String at, String detail, Optional<Long> sla) {
        checks.add(ReferenceKind.PRIORITY, at, detail, item -> isOf(item, sla));
    }

    private String name(Optional<Long> sla) {
        return sla.map(id -> "SLA "
                        + checks.catalog()
                                .find(ReferenceKind.SLA, id)
                                .map(Item::shown)
                                .orElse(String.valueOf(id)))
                .orElse("Halo");
    }

    private static boolean isOf(Item priority, Optional<Long> sla) {
        return sla.isEmpty() || Objects.equals(priority.slaId(), sla.get());
    }
}
