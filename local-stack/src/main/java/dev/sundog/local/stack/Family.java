package dev.sundog.local.stack;

import dev.sundog.local.process.ChildProcess;
import dev.sundog.local.process.Launch;
import dev.sundog.local.process.ProcessLedger;
import dev.sundog.local.process.Watchdog;
import dev.sundog.local.terminal.CommandFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The child processes of one stack. Once it ends, no child can be added any more. Safe from any thread. */
final class Family implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ProcessLedger ledger;
    private final Watchdog watchdog;
    private final Map<String, ChildProcess> children = new LinkedHashMap<>();
    private final Map<String, ProcessHandle> adopted = new LinkedHashMap<>();
    private boolean ending;

    Family(ProcessLedger ledger) {
        this.ledger = ledger;
        this.watchdog = Watchdog.start(ledger);
    }

    /** Starts a child; one of the same name takes the place of the former. */
    synchronized ChildProcess start(Launch launch) {
        if (ending) {
            throw new CommandFailure("the stack is ending");
        }
        var former = children.get(launch.name());
        if (former != null && !former.isAlive()) {
            ledger.remove(former.handle());
        }
        var child = ChildProcess.start(launch, ledger);
        children.put(launch.name(), child);
        return child;
    }

    /** Remembers a process that somebody else started for us. */
    synchronized void adopt(String name, ProcessHandle process) {
        adopted.put(name, process);
        ledger.add(name, process);
    }

    /** All that live, the children of the adopted left out. */
    synchronized List<ProcessHandle> processes() {
        return Stream.concat(children.values().stream().map(ChildProcess::handle), adopted.values().stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Resident megabytes by name; the children of the adopted are added to theirs. */
    synchronized Map<String, Long> memory() {
        var megabytes = new LinkedHashMap<String, Long>();
        children.values().stream()
                .filter(ChildProcess::isAlive)
                .forEach(child -> megabytes.put(child.name(), Memory.ofTree(child.handle())));
        adopted.forEach((name, process) -> megabytes.put(name, Memory.ofTree(process)));
        return megabytes;
    }

    /** The process of a part, one that somebody else started included. */
    synchronized ProcessHandle handle(String name) {
        var handle = adopted.get(name);
        return handle == null ? child(name).handle() : handle;
    }

    synchronized ChildProcess child(String name) {
        var child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no process of the stack: " + name);
        }
        return child;
    }

    synchronized List<ChildProcess> children() {
        return List.copyOf(children.values());
    }

    /** Ends some of them side by side; what is not there is passed over. */
    void stop(List<String> names) {
        List<ChildProcess> those;
        synchronized (this) {
            ending = true;
            those = children.values().stream()
                    .filter(child -> names.contains(child.name()))
                    .toList();
        }
        var threads = those.stream()
                .map(child -> Thread.ofVirtual().start(() -> child.stop(GRACE)))
                .toList();
        threads.forEach(Family::join);
    }

    /** Ends whoever is left and makes sure that nobody is. */
    @Override
    public void close() {
        stop(children().stream().map(ChildProcess::name).toList());
        ledger.endSurvivors();
        watchdog.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
