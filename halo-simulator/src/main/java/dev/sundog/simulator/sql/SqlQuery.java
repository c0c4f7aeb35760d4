package dev.sundog.simulator.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query that was understood.
 *
 * @param table in small letters
 * @param joined further tables, in small letters
 * @param columns what is selected, by the name it gets; empty for all
 * @param counts name of the only column if it counts the rows
 * @param condition which rows are wanted
 * @param order if one is asked for
 * @param top how many rows at most
 */
record SqlQuery(
        String table,
        List<String> joined,
        Map<String, SqlOperand> columns,
        Optional<String> counts,
        Predicate<SqlRow> condition,
        Optional<Comparator<SqlRow>> order,
        long top,
        boolean distinct) {}
