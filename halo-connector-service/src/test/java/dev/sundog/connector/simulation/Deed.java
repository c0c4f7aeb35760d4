package dev.sundog.connector.simulation;

import dev.sundog.connector.halo.Answer;

/**
 * What a request does in Halo when it is executed.
 *
 * @param what for the story; its first word is the sort of request
 */
record Deed<T>(String what, Execution<T> execution) {

    interface Execution<T> {
        Answer<T> by(ModelHalo halo, long sentAt);
    }

    boolean creates() {
        return what.equals("create");
    }

    boolean reads() {
        return what.startsWith("read") || what.startsWith("list") || what.startsWith("report");
    }
}
