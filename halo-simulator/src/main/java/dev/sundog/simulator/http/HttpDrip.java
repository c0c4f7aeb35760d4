package dev.sundog.simulator.http;

import dev.sundog.simulator.control.FaultGate;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Sends a body in small parts, spread over a time. */
final class HttpDrip {

    private static final int DROPS = 40;

    private HttpDrip() {}

    /** Returns when the last byte was sent. */
    static void send(byte[] body, Duration length, OutputStream out) throws IOException {
        long start = System.nanoTime();
        int sent = 0;
        for (int drop = 1; drop <= DROPS; drop++) {
            Duration due = length.multipliedBy(drop).dividedBy(DROPS);
            FaultGate.pause(due.minusNanos(System.nanoTime() - start));
            int next = (int) ((long) body.length * drop / DROPS);
            out.write(body, sent, next - sent);
            out.flush();
            sent = next;
        }
    }
}
