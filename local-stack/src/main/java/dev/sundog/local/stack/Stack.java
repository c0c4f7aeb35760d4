package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import dev.sundog.local.process.ProcessLedger;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole of Sundog on one machine, each part its own process. Closing it ends them all. */
public final class Stack implements AutoCloseable {

    private static final List<String> SERVICES =
            List.of(Service.GATEWAY, Service.ROUTING, Service.CONNECTOR, Service.CONSOLE);

    private final StackSettings settings;
    private final StackGuard guard;
    private final Family family;
    private final Progress progress;
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
        var guard = StackGuard.take(layout, settings.ports(), ledger, terminal);
        layout.forget("logs", "tmp");
        if (settings.fresh()) {
            layout.forget("kafka", "registry", "postgres", "state");
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
        SideBySide.run(List.of(this::startBroker, this::startRegistry, this::startDatabase, this::startSimulator));
        SideBySide.run(SERVICES.stream()
                .<Runnable>map(name -> () -> startService(name))
                .toList());
        progress.time("configuration", () -> {
            new LocalConfiguration(settings.layout(), ports()).seed(consoleUrl());
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

    public String bootstrapServers() {
        return "127.0.0.1:" + ports().at(Port.KAFKA);
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
        var service = service(name);
        return progress.time(name, () -> new ServiceProcess(layout(), ports(), family).start(service));
    }

    /** A part that has ended although nobody ended it. */
    public Optional<ChildProcess> fallen() {
        return family.children().stream()
                .filter(child -> !child.isAlive() && !child.name().equals(BrokerProcess.FORMAT))
                .findFirst();
    }

    /** True for those of the parts that can be started again. */
    public boolean isService(String name) {
        return SERVICES.contains(name);
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
        family.stop(SERVICES);
        family.stop(List.of(SimulatorProcess.NAME, RegistryProcess.NAME));
        var running = database;
        if (running != null) {
            running.close();
        }
        family.close();
        guard.close();
    }

    private Service service(String name) {
        var keyset = TinkKeyset.in(layout().folder("secrets"));
        return new Services(ports(), keyset, layout().folder("state"))
                .all().stream()
                        .filter(service -> service.name().equals(name))
                        .map(service -> name.equals(Service.CONNECTOR) ? service.with(settings.connector()) : service)
                        .findFirst()
                        .orElseThrow();
    }

    private void startBroker() {
        var topics = new KafkaTopics(bootstrapServers());
        progress.time("kafka", () -> {
            var child = new BrokerProcess(layout(), ports(), family).start(topics);
            topics.create();
            return child;
        });
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
