package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Lets a request through to its execution, or not, as the faults say, and writes the journal. */
public final class FaultGate {

    private final String tenant;
    private final Faults faults;
    private final Journal journal;
    private final Gatekeeper keeper;
    private final InstantSource time;
    private final AnswerDistortion distortion;
    private final NumberRace race = new NumberRace();

    public FaultGate(String tenant, Faults faults, Journal journal, Gatekeeper keeper, InstantSource time) {
        this.tenant = tenant;
        this.faults = faults;
        this.journal = journal;
        this.keeper = keeper;
        this.time = time;
        this.distortion = new AnswerDistortion(time);
    }

    /** One request at the gate, and the faults that strike it. */
    private record Visit(Call call, String operation, String application, List<Fault> struck) {}

    /** What the caller shall see. The execution happens once, later, or not at all. */
    public Answer pass(Call call, Function<Call, Answer> execution) {
        String operation = Operation.of(call);
        String application = keeper.application(call);
        Visit visit = new Visit(call, operation, application, faults.strike(operation, application, call));
        if (!visit.struck.isEmpty()) {
            return struck(visit, execution);
        }
        Answer answer = execution.apply(call);
        note(visit, answer, answer);
        return answer;
    }

    /** Holds this thread; virtual threads make that cheap. */
    public static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Answer struck(Visit visit, Function<Call, Answer> execution) {
        for (Fault fault : visit.struck) {
            Optional<Answer> instead = FaultAnswers.instead(fault, keeper, time);
            if (fault.kind() == FaultKind.DELAY) {
                pause(fault.pause());
            } else if (fault.kind() == FaultKind.LATE) {
                executeLate(visit, execution, fault);
                return instead.orElseThrow();
            } else if (instead.isPresent()) {
                if (fault.kind() == FaultKind.TOKEN_REVOKED) {
                    keeper.revoke(visit.call);
                }
                note(visit, Answer.empty(0), instead.get());
                return instead.get();
            }
        }
        Call understood = RequestDistortion.of(visit.struck, visit.call);
        NumberRace.Outcome outcome = visit.struck.stream()
                .filter(fault -> fault.kind() == FaultKind.NUMBER_COLLISION)
                .findFirst()
                .map(fault -> race.create(fault, understood, execution))
                .orElseGet(() -> {
                    Answer answer = execution.apply(understood);
                    return new NumberRace.Outcome(answer, answer);
                });
        Answer seen = distortion.of(visit.struck, outcome.seen());
        note(visit, outcome.done(), seen);
        return seen;
    }

    private void executeLate(Visit visit, Function<Call, Answer> execution, Fault fault) {
        Call understood = RequestDistortion.of(visit.struck, visit.call);
        Thread.ofVirtual().start(() -> {
            pause(fault.pause());
            note(visit, execution.apply(understood), FaultAnswers.cut(fault));
        });
    }

    private void note(Visit visit, Answer done, Answer seen) {
        Mask mask = new Mask(visit.call);
        List<String> kinds =
                visit.struck.stream().map(fault -> fault.kind().key()).toList();
        journal.add(new JournalEntry(
                time.instant(),
                tenant,
                visit.application,
                visit.call.method(),
                mask.path(),
                mask.hide(visit.operation),
                done.status(),
                seen.status(),
                kinds,
                done.touched()));
    }
}
