package dev.sundog.simulator.sql;

/** Something that has a value for each row: a column, a constant, a function of others. */
interface SqlOperand {

    Object of(SqlRow row);
}
