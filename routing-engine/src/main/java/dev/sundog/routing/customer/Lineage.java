package dev.sundog.routing.customer;

import java.util.ArrayList;
import java.util.List;

/** An organization and those above it, nearest first. */
sealed interface Lineage {

    /** Most organizations above one another; more is a mistake. */
    int DEEPEST = 50;

    /** All of them are known and of one tenant. */
    record Whole(List<Organization> line) implements Lineage {}

    /** It ends in nobody, in another tenant, or in itself. */
    record Broken(String detail) implements Lineage {}

    static Lineage of(Organization organization, Directory directory) {
        if (organization.parentId() == null) {
            return new Whole(List.of(organization));
        }
        var line = new ArrayList<Organization>();
        var current = organization;
        while (true) {
            line.add(current);
            var parentId = current.parentId();
            if (parentId == null) {
                return new Whole(line);
            }
            if (line.size() > DEEPEST || line.stream().anyMatch(one -> one.id().equals(parentId))) {
                return new Broken("organization " + organization.id() + " inherits from itself");
            }
            var parent = directory.organization(parentId);
            if (parent.isEmpty() || !parent.get().tenantId().equals(organization.tenantId())) {
                return new Broken("parent organization " + parentId + " is not known");
            }
            current = parent.get();
        }
    }

    /** The first connection that one of them names, from the given place upwards; empty text for none. */
    static String connectionFrom(int place, List<Organization> line) {
        for (int i = place; i < line.size(); i++) {
            var connectionId = line.get(i).connectionId();
            if (connectionId != null) {
                return connectionId;
            }
        }
        return "";
    }

    /** How many, from the nearest, are served by no other connection than this. */
    static int servedBy(String connectionId, List<Organization> line) {
        for (int i = 1; i < line.size(); i++) {
            var other = connectionFrom(i, line);
            if (!other.isEmpty() && !other.equals(connectionId)) {
                return i;
            }
        }
        return line.size();
    }
}
