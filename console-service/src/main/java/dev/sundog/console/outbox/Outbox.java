package dev.sundog.console.outbox;

import java.util.Map;
import java.util.Optional;

/** What Kafka has yet to be told. */
public interface Outbox {

    /** Adds a change, in the transaction that makes it. */
    void add(Change change);

    /** Says that something may have been added and committed. Never waits. */
    void wake();

    /**
     * One change of one object.
     *
     * @param topic name in the contract, without an installation's prefix
     * @param body the whole object; empty when it is gone
     */
    record Change(String topic, String key, long version, Optional<Map<String, Object>> body) {

        /** Leaves the body out. */
        @Override
        public String toString() {
            return "Change[" + topic + ", " + key + ", " + version + "]";
        }
    }
}
