package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.terminal.CommandFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The database: real PostgreSQL processes, with one database and one user for the console. */
final class JdbcDatabase implements AutoCloseable {

    static final String NAME = "postgres";
    private static final String SUNDOG = "sundog";

    private final EmbeddedPostgres postgres;

    private JdbcDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static JdbcDatabase start(StackLayout layout, Ports ports, Family family) {
        return new DatabasePrograms(layout.programs()).use(programs -> start(layout, ports, family, programs));
    }

    private static JdbcDatabase start(StackLayout layout, Ports ports, Family family, Path programs) {
        Path data = layout.folder("").resolve(NAME);
        Redirect log = Redirect.appendTo(layout.log(NAME).toFile());
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setPort(ports.at(Port.POSTGRES))
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setServerConfig("shared_buffers", "32MB")
                    // Its launcher switches that off for speed: a database that is killed would forget what it had
                    // confirmed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "40")
                    .setPGStartupWait(Duration.ofMinutes(5))
                    .start();
            family.adopt(NAME, handle(data));
            var database = new JdbcDatabase(postgres);
            database.prepare();
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new CommandFailure("PostgreSQL does not start: " + e.getMessage() + "; see " + layout.log(NAME), e);
        }
    }

    static String url(Ports ports) {
        return "jdbc:postgresql://127.0.0.1:" + ports.at(Port.POSTGRES) + "/" + SUNDOG;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE ROLE " + SUNDOG + " LOGIN PASSWORD '" + SUNDOG + "'");
                statement.execute("CREATE DATABASE " + SUNDOG + " OWNER " + SUNDOG);
            }
        } catch (SQLException e) {
            throw new CommandFailure("PostgreSQL does not take its database: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + SUNDOG + "'")) {
            return rows.next();
        }
    }

    private static ProcessHandle handle(Path data) throws IOException {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("its process is gone"));
        }
    }
}
