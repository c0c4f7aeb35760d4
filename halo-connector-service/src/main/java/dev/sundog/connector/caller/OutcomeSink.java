package dev.sundog.connector.caller;

import dev.sundog.connector.call.CallOutcome;

/** Takes the word of how calls ended. */
public interface OutcomeSink {

    /** Returns when the broker has it, however long that takes, or when the service stops. */
    void tell(CallOutcome outcome);
}
