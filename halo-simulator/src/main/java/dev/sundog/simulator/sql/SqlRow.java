package dev.sundog.simulator.sql;

/** A row of a table, as a query sees it. */
interface SqlRow {

    /**
     * The value of a column; the empty text for none.
     *
     * @param column in small letters
     * @throws SqlException if there is no such column
     */
    Object value(String column);
}
