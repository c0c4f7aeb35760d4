package dev.sundog.connector.simulation;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.lifecycle.Wishing;
import java.time.Duration;
import java.util.function.Consumer;

/** Between one call and its Halo: what is lost, late, refused or answered, drawn for each request. */
final class Network {

    private static final long TIME_LIMIT = Wishing.TIMES.callTimeout().toMillis();

    private final World world;
    private final CallOut out;
    private final Chance lot;
    private int requests;

    Network(World world, CallOut out) {
        this.world = world;
        this.out = out;
        this.lot = world.chance.split("call " + out.call.callId());
    }

    <T> void connect(Site site, Deed<T> deed, Consumer<Boolean> answer) {
        boolean refused = world.strikes(Fault.CONNECTION_REFUSED, lot);
        boolean slow = world.strikes(Fault.SLOW_CONNECT, lot);
        long takes = slow ? lot.between(1_000, 3 * TIME_LIMIT) : lot.between(1, 60);
        out.connecting(() -> send(site, deed, _ -> {}));
        out.owner.in(takes, () -> {
            out.connected();
            answer.accept(!refused);
        });
    }

    /** Requests that went out for this call. */
    int requests() {
        return requests;
    }

    <T> void send(Site site, Deed<T> deed, Consumer<Answer<T>> answer) {
        out.connected();
        requests++;
        long sentAt = world.agenda.now();
        world.line.say("network", () -> out.call.callId() + " sends: " + deed.what());
        world.judge.sent(out, deed.creates());
        world.coverage.count("request", deed.what().split(" ", 2)[0]);
        Answer<T> refusal = refusal(site, deed);
        if (refusal != null) {
            told(answer, lot.between(2, 300), refusal);
        } else if (world.strikes(Fault.LOST_BEFORE, lot)) {
            world.line.say("network", () -> out.call.callId() + " is lost on its way to Halo");
            cut(answer);
        } else {
            site.halo.receives(deed);
            long executes = lot.between(1, 200);
            if (world.strikes(Fault.LATE_EXECUTION, lot)) {
                executes = lot.between(200, Wishing.TIMES.quarantine().toMillis() - 1);
            }
            executed(site, deed, sentAt, executes, answer);
        }
        world.caller.sent(out);
    }

    private <T> void executed(Site site, Deed<T> deed, long sentAt, long executes, Consumer<Answer<T>> answer) {
        boolean lost = world.strikes(Fault.LOST_AFTER, lot);
        boolean broken = world.strikes(Fault.SERVER_ERROR_AFTER, lot);
        boolean noJson = world.strikes(Fault.NO_JSON, lot);
        boolean slow = world.strikes(Fault.SLOW_ANSWER, lot);
        if (lost) {
            cut(answer);
        }
        long gateway = lot.between(1_000, 40_000);
        if (broken) {
            told(answer, gateway, unknown("HTTP 504"));
        }
        long back = slow ? lot.between(TIME_LIMIT - 3_000, TIME_LIMIT + 2_000) : lot.between(1, 200);
        world.agenda.in(executes, () -> {
            Answer<T> done = deed.execution().by(site.halo, sentAt);
            world.line.say("halo", () -> "executes " + deed.what() + ": " + done);
            if (!lost && !broken) {
                told(answer, back, noJson ? unknown("HTTP 200 without readable JSON") : done);
            }
        });
    }

    private <T> Answer<T> refusal(Site site, Deed<T> deed) {
        if (site.credentialsBroken()) {
            return new Answer.Ended<>(new CallEnd.AuthenticationFailed("invalid client"), 401);
        }
        if (world.strikes(Fault.RATE_LIMITED, lot)) {
            Duration asked = lot.below(2) == 0 ? null : Duration.ofSeconds(lot.between(1, 90));
            return new Answer.Ended<>(new CallEnd.RateLimited(asked), 429);
        }
        if (world.strikes(Fault.FORBIDDEN, lot)) {
            return new Answer.Ended<>(new CallEnd.PermissionDenied("not allowed"), 403);
        }
        if (!deed.reads() && world.strikes(Fault.REJECTED, lot)) {
            return new Answer.Ended<>(new CallEnd.Rejected("a rule says no"), 400);
        }
        if (!deed.reads() && world.strikes(Fault.TOO_LARGE, lot)) {
            return new Answer.Ended<>(new CallEnd.TooLarge("too large"), 413);
        }
        if (world.strikes(Fault.SERVER_ERROR_BEFORE, lot)) {
            return new Answer.Ended<>(new CallEnd.Unknown("HTTP 500"), 500);
        }
        return null;
    }

    /** Half of the lost answers are cut connections, half are silence. */
    private <T> void cut(Consumer<Answer<T>> answer) {
        if (lot.below(2) == 0) {
            told(answer, lot.between(10, 3_000), unknown("connection reset"));
        }
    }

    private <T> void told(Consumer<Answer<T>> answer, long after, Answer<T> value) {
        out.owner.in(after, () -> answer.accept(value));
    }

    private static <T> Answer<T> unknown(String words) {
        return new Answer.Ended<>(new CallEnd.Unknown(words), null);
    }
}
