package dev.sundog.simulator.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Halo's scopes and what they allow. */
public final class Scopes {

    private static final List<String> AREAS = List.of(
            "tickets",
            "calendar",
            "customers",
            "crm",
            "timesheets",
            "contracts",
            "suppliers",
            "items",
            "projects",
            "sales",
            "quotes",
            "sos",
            "pos",
            "invoices",
            "reporting",
            "software",
            "softwarelicensing",
            "kb",
            "assets");
    private static final Set<String> KNOWN = known();

    private final Set<String> granted;

    private Scopes(Set<String> granted) {
        this.granted = granted;
    }

    /** The parts that a scope may name after {@code read:} and {@code edit:}, and {@code admin}. */
    public static Set<String> areas() {
        Set<String> areas = new TreeSet<>(AREAS);
        areas.add("admin");
        return areas;
    }

    /** Scopes separated by blanks; they need not exist. */
    public static Scopes of(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
        words.remove("");
        return new Scopes(words);
    }

    public boolean isEmpty() {
        return granted.isEmpty();
    }

    /** Whether an application that has these may have the requested ones: each must exist and be covered. */
    public boolean cover(Scopes requested) {
        return KNOWN.containsAll(requested.granted)
                && requested.granted.stream().allMatch(one -> granted.contains(one) || granted.contains("all"));
    }

    /** Whether they allow to read, or to edit, an area such as {@code tickets}. */
    public boolean allow(String verb, String area) {
        boolean admin = area.equals("admin");
        return granted.contains("all")
                || (admin && granted.contains("admin"))
                || (!admin && granted.contains("all:standard"))
                || granted.contains("edit:" + area)
                || (verb.equals("read") && granted.contains("read:" + area));
    }

    @Override
    public String toString() {
        return String.join(" ", granted);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(List.of(
                "all",
                "all:standard",
                "admin",
                "editMine:timesheets",
                "access:chat",
                "access:adpasswordreset",
                "all:teams",
                "admin:webhooks",
                "openid",
                "profile",
                "email",
                "offline_access"));
        for (String area : AREAS) {
            known.add("read:" + area.toLowerCase(Locale.ROOT));
            known.add("edit:" + area.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(known);
    }
}
