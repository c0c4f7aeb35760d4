package dev.sundog.local.apply;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code sundog export}: writes what a console has as the YAML that would make it so. Secrets are left out. */
public final class ExportCommand {

    private static final int PAGE = 200;

    private final Terminal terminal;
    private final Map<String, String> environment;

    public ExportCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /** Writes to the one file named, to the terminal where none is. Returns the exit code. */
    public int run(List<String> arguments) {
        var line = CommandLine.read("export", arguments, List.of("--console", "--tenant"), List.of());
        if (line.files().size() > 1) {
            throw new Usage("export writes to one file");
        }
        var http = HttpConsole.http(line.console(), environment.getOrDefault("SUNDOG_CONSOLE_TOKEN", ""));
        try {
            var tenant = line.option("--tenant")
                    .map(it -> "&tenantId=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
                    .orElse("");
            var yaml = new YamlExport();
            for (Kind kind : ApplyOrder.KINDS) {
                yaml.add(kind, all(http, kind, tenant));
            }
            write(yaml.text(), line.files());
            return 0;
        } catch (UncheckedIOException e) {
            throw HttpConsole.away(e);
        }
    }

    private void write(String text, List<String> files) {
        if (files.isEmpty()) {
            terminal.line(text.stripTrailing());
            return;
        }
        try {
            Files.writeString(Path.of(files.getFirst()), text);
            terminal.line("written to " + files.getFirst());
        } catch (IOException e) {
            throw new CommandFailure(files.getFirst() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static List<JsonNode> all(HttpJson http, Kind kind, String tenant) {
        var all = new ArrayList<JsonNode>();
        for (int page = 0; ; page++) {
            var path = "/api/v1/" + kind.collection() + "?size=" + PAGE + "&page=" + page + tenant;
            var reply = http.get(path);
            if (!reply.ok()) {
                throw new CommandFailure("the console does not show its " + kind.collection() + ": " + reply.summary());
            }
            reply.body().path("items").forEach(all::add);
            if (all.size() >= reply.body().path("total").asLong(0)
                    || reply.body().path("items").isEmpty()) {
                return all;
            }
        }
    }
}
