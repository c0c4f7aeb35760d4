package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Lets a request through to its execution, or not, as the faults say, and writes the journal. */
public final class FaultGate {

    private final String tenant;
    private final Faults faults;
    private final Journal journal;
    private final Supplier<Answer> tooMany;
    private final InstantSource time;

    /** @param tooMany Halo's 429 */
    public FaultGate(String tenant, Faults faults, Journal journal, Supplier<Answer> tooMany, InstantSource time) {
        this.tenant = tenant;
        this.faults = faults;
        this.journal = journal;
        this.tooMany = tooMany;
        this.time = time;
    }

    /** What the caller shall see. The execution happens once, later, or not at all. */
    public Answer pass(Call call, Supplier<Answer> execution) {
        String operation = Operation.of(call);
        List<Fault> struck = faults.strike(operation);
        Answer answer = Answer.empty(0);
        for (Fault fault : struck) {
            Optional<Answer> instead = instead(fault);
            if (fault.kind() == FaultKind.DELAY) {
                pause(fault.pause());
            } else if (fault.kind() == FaultKind.LATE) {
                executeLate(call, operation, execution, fault);
                return instead.orElseThrow();
            } else if (instead.isPresent()) {
                note(call, operation, struck, answer, instead.get());
                return instead.get();
            }
        }
        answer = execution.get();
        Answer seen = afterwards(struck, answer);
        note(call, operation, struck, answer, seen);
        return seen;
    }

    private Optional<Answer> instead(Fault fault) {
        return switch (fault.kind()) {
            case DROP_BEFORE -> Optional.of(Answer.dropped());
            case STATUS_BEFORE -> Optional.of(failure(fault.statusOr(500)));
            case HTML_502 -> Optional.of(failure(fault.statusOr(502)));
            case RATE_LIMIT -> Optional.of(tooMany.get());
            case LATE -> Optional.of(fault.status() == 0 ? Answer.dropped() : failure(fault.status()));
            case DROP_AFTER, STATUS_AFTER, DELAY -> Optional.empty();
        };
    }

    private static Answer afterwards(List<Fault> struck, Answer answer) {
        Answer seen = answer;
        for (Fault fault : struck) {
            if (fault.kind() == FaultKind.DROP_AFTER) {
                return Answer.dropped();
            }
            if (fault.kind() == FaultKind.STATUS_AFTER) {
                seen = failure(fault.statusOr(504));
            }
        }
        return seen;
    }

    private void executeLate(Call call, String operation, Supplier<Answer> execution, Fault fault) {
        Answer seen = fault.status() == 0 ? Answer.dropped() : failure(fault.status());
        Thread.ofVirtual().start(() -> {
            pause(fault.pause());
            note(call, operation, List.of(fault), execution.get(), seen);
        });
    }

    private void note(Call call, String operation, List<Fault> struck, Answer done, Answer seen) {
        List<String> kinds = struck.stream().map(fault -> fault.kind().key()).toList();
        journal.add(new JournalEntry(
                time.instant(),
                tenant,
                call.method(),
                Journal.masked(call),
                operation,
                done.status(),
                seen.status(),
                kinds,
                done.touched()));
    }

    /** Holds this thread; virtual threads make that cheap. */
    public static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Answer failure(int status) {
        return Answer.html(status, """
                <html>
                <head><title>%1$d</title></head>
                <body><center><h1>%1$d</h1></center></body>
                </html>
                """.formatted(status));
    }
}
