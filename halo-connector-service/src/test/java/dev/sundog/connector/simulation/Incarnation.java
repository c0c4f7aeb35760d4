package dev.sundog.connector.simulation;

/** One run of a process: it may die, and it may stand still. What it wanted to do meanwhile it does later, or never. */
final class Incarnation {

    private final Agenda agenda;
    private final int number;
    private boolean dead;
    private long standsUntil;

    Incarnation(Agenda agenda, int number) {
        this.agenda = agenda;
        this.number = number;
    }

    int number() {
        return number;
    }

    boolean dead() {
        return dead;
    }

    void die() {
        dead = true;
    }

    void standStill(long millis) {
        standsUntil = Math.max(standsUntil, agenda.now() + millis);
    }

    void in(long millis, Runnable step) {
        agenda.in(millis, () -> now(step));
    }

    private void now(Runnable step) {
        if (dead) {
            return;
        }
        if (agenda.now() < standsUntil) {
            agenda.in(standsUntil - agenda.now(), () -> now(step));
        } else {
            step.run();
        }
    }
}
