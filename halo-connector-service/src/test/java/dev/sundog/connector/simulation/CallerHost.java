package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallOutcome;
import java.util.ArrayList;
import java.util.List;

/** The caller's processes: one owns the partition, reads committed calls, commits its offset, and only then makes them. */
final class CallerHost {

    private static final long SESSION = 10_000;
    private static final long AGAIN = 1_000;

    private final World world;
    private final Chance lot;
    private Incarnation owner;
    private Callers callers;
    private final List<CallOut> out = new ArrayList<>();
    private int committed;
    private int position;
    private boolean polls;

    CallerHost(World world) {
        this.world = world;
        this.lot = world.chance.split("caller");
    }

    void start() {
        owner = new Incarnation(world.agenda, owner == null ? 1 : owner.number() + 1);
        callers = new Callers(world);
        position = committed;
        polls = false;
        world.line.say("caller", () -> "run " + owner.number() + " begins at offset " + committed);
        world.calls.readBy(this::wake);
        wake();
    }

    boolean idle() {
        return out.isEmpty() && committed == world.calls.end();
    }

    Chance lot() {
        return lot;
    }

    private void wake() {
        if (!polls) {
            polls = true;
            Incarnation me = owner;
            me.in(lot.between(0, 40), () -> poll(me));
        }
    }

    private void poll(Incarnation me) {
        if (me != owner) {
            return;
        }
        if (position == world.calls.end()) {
            polls = false;
            return;
        }
        List<Call> batch = new ArrayList<>();
        int from = position;
        while (position < world.calls.end()) {
            batch.add(world.calls.at(position++));
        }
        int to = position;
        if (trouble(me, "after it read calls")) {
            return;
        }
        if (world.plants(PlantedFault.OFFSET_COMMITTED_LATE)) {
            polls = false;
            batch.forEach(call -> begin(me, callers, call));
            me.in(lot.between(50, 3_000), () -> commitLate(me, to));
        } else {
            me.in(lot.between(0, 30), () -> commit(me, batch, from, to));
        }
    }

    private void commit(Incarnation me, List<Call> batch, int from, int to) {
        if (me != owner) {
            world.line.say("caller", () -> "run " + me.number() + " may not commit: another has its partition");
            return;
        }
        if (world.strikes(Fault.OFFSET_NOT_COMMITTED, lot)) {
            world.line.say("caller", () -> "cannot commit offset " + to + ", reads again");
            position = from;
            polls = true;
            me.in(AGAIN, () -> poll(me));
            return;
        }
        // Nothing is polled while a commit is under way.
        polls = false;
        committed = to;
        if (trouble(me, "after it committed offset " + to)) {
            return;
        }
        Callers using = callers;
        batch.forEach(call -> me.in(lot.between(0, 20), () -> begin(me, using, call)));
        if (position < world.calls.end()) {
            wake();
        }
    }

    private void commitLate(Incarnation me, int to) {
        if (me == owner) {
            committed = Math.max(committed, to);
            trouble(me, "after it committed offset " + to);
        }
    }

    private void begin(Incarnation me, Callers using, Call call) {
        CallOut made = new CallOut(world, using, me, call);
        out.add(made);
        made.run();
    }

    /** The bytes are out. */
    void sent(CallOut made) {
        trouble(made.owner, "after it sent " + made.call.callId());
    }

    void ended(CallOut made, CallOutcome outcome) {
        made.leave();
        world.judge.answered(made.call, outcome);
        world.coverage.count("end", outcome.operation() + " " + outcome.end().label());
        world.line.say("caller", () -> outcome.callId() + " ended: " + outcome.end());
        if (trouble(made.owner, "before it told of " + made.call.callId())) {
            return;
        }
        CallOutcome told = Mischief.onOutcome(world, made.call, outcome);
        boolean late = world.strikes(Fault.OUTCOME_LATE, lot);
        made.owner.in(late ? lot.between(1_000, 60_000) : lot.between(1, 30), () -> tell(made, told));
    }

    private void tell(CallOut made, CallOutcome outcome) {
        out.remove(made);
        world.outcomes.append(outcome);
        if (world.strikes(Fault.OUTCOME_TWICE, lot)) {
            world.agenda.in(lot.between(0, 40_000), () -> world.outcomes.append(outcome));
        }
    }

    private boolean trouble(Incarnation me, String when) {
        if (!me.dead() && world.strikes(Fault.CALLER_CRASH, lot) && lot.permille(200)) {
            world.line.say("caller", () -> "run " + me.number() + " crashes " + when);
            me.die();
            out.removeIf(made -> made.owner == me);
            world.judge.died(me);
            if (me == owner) {
                replaceIn(lot.between(100, SESSION));
            }
            return true;
        }
        if (world.strikes(Fault.CALLER_PAUSE, lot) && lot.permille(200)) {
            long pause = lot.between(200, 6 * SESSION);
            world.line.say("caller", () -> "run " + me.number() + " stands still for " + pause + " ms " + when);
            me.standStill(pause);
            if (me == owner && pause >= SESSION) {
                replaceIn(SESSION);
            }
        }
        return false;
    }

    private void replaceIn(long millis) {
        Incarnation replaced = owner;
        world.calls.readBy(() -> {});
        world.agenda.in(millis, () -> {
            if (owner == replaced) {
                start();
            }
        });
    }
}
