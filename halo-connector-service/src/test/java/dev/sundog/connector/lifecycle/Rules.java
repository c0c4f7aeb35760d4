package dev.sundog.connector.lifecycle;

import java.time.Duration;

/** Makes rules for tests: those that close at once, changed by what a test is about. */
final class Rules {

    private Duration quiet = Duration.ZERO;
    private Duration reopen = Duration.ZERO;
    private boolean child;
    private boolean unsent;
    private boolean touched;
    private Duration within = Duration.ZERO;
    private Duration notes = Duration.ZERO;
    private FlapRules flaps = FlapRules.NEVER;
    private PartingRules parting = PartingRules.USUAL;

    private Rules() {}

    static Rules closing() {
        return new Rules();
    }

    Rules after(Duration quietPeriod) {
        quiet = quietPeriod;
        return this;
    }

    Rules reopeningWithin(Duration window) {
        reopen = window;
        return this;
    }

    Rules thenAChild() {
        child = true;
        return this;
    }

    Rules evenIfUnsent() {
        unsent = true;
        return this;
    }

    Rules evenIfTouched() {
        touched = true;
        return this;
    }

    Rules notOlderThan(Duration age) {
        within = age;
        return this;
    }

    Rules notesEvery(Duration interval) {
        notes = interval;
        return this;
    }

    Rules flappingAt(int threshold, Duration window) {
        flaps = new FlapRules(threshold, window);
        return this;
    }

    Rules on(PartingRules.Deleted deleted) {
        parting = new PartingRules(deleted, parting.merged(), parting.closed());
        return this;
    }

    Rules on(PartingRules.Merged merged) {
        parting = new PartingRules(parting.deleted(), merged, parting.closed());
        return this;
    }

    Rules on(PartingRules.Closed closed) {
        parting = new PartingRules(parting.deleted(), parting.merged(), closed);
        return this;
    }

    LifeRules rules() {
        return new LifeRules(true, 9, quiet, reopen, child, unsent, touched, within, notes, flaps, parting);
    }
}
