package dev.sundog.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One real PostgreSQL for the test JVM; a database of its own for whoever asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** Address of a new, empty database. */
    public static String url() {
        return SERVER.getJdbcUrl("postgres", create(""));
    }

    /** A new database with our tables. */
    public static DataSource migrated() {
        return SERVER.getDatabase("postgres", create(" template " + Template.NAME));
    }

    private static String create(String how) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Migrated once, copied often. */
    private static final class Template {

        private static final String NAME = create("");

        static {
            Flyway.configure()
                    .dataSource(SERVER.getDatabase("postgres", NAME))
                    .load()
                    .migrate();
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
