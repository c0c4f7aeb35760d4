package dev.sundog.console.outbox;

import java.util.concurrent.Future;

/** The broker's side of the outbox. */
interface ChangeSender {

    /**
     * Sends one change.
     *
     * @return done when every replica in sync has it
     */
    Future<?> send(Outbox.Change change);
}
