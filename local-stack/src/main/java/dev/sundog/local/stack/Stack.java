package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import dev.sundog.local.process.ProcessLedger;
import dev.sundog.local.process.Signal;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** The whole of Sundog on one machine, each part its own process. Closing it ends them all. */
public final class Stack implements AutoCloseable {

    private final StackSettings settings;
    private final StackGuard guard;
    private final Family family;
    private final Progress progress;
    private final String clusterId = Uuid.randomUuid().toString();
    private volatile @Nullable JdbcDatabase database;
    private boolean closed;

    private Stack(StackSettings settings, Terminal terminal, StackGuard guard, ProcessLedger ledger) {
        this.settings = settings;
        this.guard = guard;
        this.family = new Family(ledger);
        this.progress = new Progress(terminal);
    }

    /**
     * Takes ports and folder, without starting anything yet.
     *
     * @throws CommandFailure if something stands in the way
     */
    public static Stack prepare(StackSettings settings, Terminal terminal) {
        var layout = settings.layout();
        var ledger = new ProcessLedger(layout.data().resolve("pids"));
        var guard = StackGuard.take(settings, ledger, terminal);
        layout.forget("logs", "tmp");
        if (settings.fresh()) {
            layout.forget("registry", "postgres", "state");
            layout.forget(settings.shape().brokerNames().toArray(String[]::new));
        }
        layout.folder("logs");
        return new Stack(settings, terminal, guard, ledger);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws CommandFailure if a part does not start; the others still run until this is closed
     */
    public Stack start() {
        SideBySide.run(List.of(this::startBrokers, this::startRegistry, this::startDatabase, this::startSimulator));
        SideBySide.run(settings.shape().services().stream()
                .<Runnable>map(name -> () -> startService(name))
                .toList());
        progress.time("configuration", () -> {
            new LocalConfiguration(configuration(), ports()).seed(consoleUrl());
            new HttpRoutingKnowledge(consoleUrl(), ports()).await();
        });
        return this;
    }

    public Ports ports() {
        return settings.ports();
    }

    public StackLayout layout() {
        return settings.layout();
    }

    /** How many of what it has. */
    public StackShape shape() {
        return settings.shape();
    }

    /** Files that a new console is given. */
    public List<Path> configuration() {
        return settings.configurationFiles();
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public String registryUrl() {
        return RegistryProcess.url(ports());
    }

    public String simulatorUrl() {
        return SimulatorProcess.url(ports());
    }

    public String consoleUrl() {
        return "http://127.0.0.1:" + ports().at(Port.CONSOLE);
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + ports().at(Port.GATEWAY);
    }

    /** Where a service tells whether it is well. */
    public String managementUrl(String service) {
        return "http://127.0.0.1:" + ports().at(services().named(service).health());
    }

    public String databaseUrl() {
        return JdbcDatabase.url(ports());
    }

    /** The key that may send events of every organization. */
    public String apiKey() {
        return Services.API_KEY;
    }

    /** The process of one part, by the name of its log. */
    public ChildProcess child(String name) {
        return family.child(name);
    }

    /** Every process, the database's first one included. */
    public List<ProcessHandle> processes() {
        return family.processes();
    }

    /** Memory of each part in resident megabytes, by its name. */
    public Map<String, Long> memory() {
        return family.memory();
    }

    /** Starts a service, or starts it again. Returns when it is ready. */
    public ChildProcess startService(String name) {
        return progress.time(
                name,
                () -> new ServiceProcess(layout(), ports(), family)
                        .start(services().named(name)));
    }

    /** Starts any part again that was killed, the simulator excepted: its data are gone. Returns when it is ready. */
    public void startAgain(String part) {
        switch (part) {
            case RegistryProcess.NAME -> new RegistryProcess(layout(), ports(), family).start();
            case JdbcDatabase.NAME -> {
                closeDatabase();
                database = JdbcDatabase.start(layout(), ports(), family);
            }
            case String broker when settings.shape().brokerNames().contains(broker) -> startBroker(broker, 1);
            default ->
                new ServiceProcess(layout(), ports(), family).start(services().named(part));
        }
    }

    /** Ends a part at once, as SIGKILL does. */
    public void kill(String part) {
        family.handle(part).destroyForcibly();
    }

    /** Holds a part where it is, or lets it go on. */
    public void signal(String part, Signal signal) {
        signal.to(family.handle(part));
    }

    /** Process id of a part. */
    public long pid(String part) {
        return family.handle(part).pid();
    }

    /** A part that has ended although nobody ended it. */
    public Optional<ChildProcess> fallen() {
        return family.children().stream()
                .filter(child -> !child.isAlive() && !child.name().startsWith(BrokerProcess.FORMAT))
                .findFirst();
    }

    /** True for those of the parts that can be started again. */
    public boolean isService(String name) {
        return settings.shape().services().contains(name);
    }

    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        family.stop(settings.shape().services());
        family.stop(List.of(SimulatorProcess.NAME, RegistryProcess.NAME));
        closeDatabase();
        family.close();
        guard.close();
    }

    private Services services() {
        return new Services(settings, TinkKeyset.in(layout().folder("secrets")), layout().folder("state"));
    }

    private void closeDatabase() {
        var running = database;
        if (running != null) {
            running.close();
        }
    }

    private void startBrokers() {
        progress.time("kafka", () -> {
            var names = settings.shape().brokerNames();
            SideBySide.run(names.stream()
                    .<Runnable>map(name -> () -> startBroker(name, names.size()))
                    .toList());
            new KafkaTopics(bootstrapServers(), names.size()).create();
        });
    }

    private void startBroker(String name, int wanted) {
        var seat = settings.shape().seats().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        new BrokerProcess(settings, family, seat).start(clusterId, wanted);
    }

    private void startRegistry() {
        progress.time("schema registry", () -> {
            var child = new RegistryProcess(layout(), ports(), family).start();
            new HttpSchemas(registryUrl()).register();
            return child;
        });
    }

    private void startDatabase() {
        progress.time("postgres", () -> {
            var started = JdbcDatabase.start(layout(), ports(), family);
            database = started;
            return started;
        });
    }

    private void startSimulator() {
        progress.time("halo simulator", () -> SimulatorProcess.start(layout(), ports(), family));
    }
}
