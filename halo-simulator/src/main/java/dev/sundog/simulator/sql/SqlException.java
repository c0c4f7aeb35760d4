package dev.sundog.simulator.sql;

/** The simulator does not understand the query, or Halo's database would not; the message says where. */
public final class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlException(String message) {
        super(message);
    }
}
