package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lifecycle.Deliveries;
import dev.sundog.connector.lifecycle.Effect;
import dev.sundog.connector.lifecycle.Outbox;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.TicketNews;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task of the lifecycle, hosted as Kafka Streams hosts it: input positions, states, calls and news commit together or not
 * at all; after a crash a new run begins at the last commit.
 */
final class LifecycleHost implements Outbox, LaneDirectory {

    private static final long SESSION = 10_000;
    private static final long FIRST_TICK = 300;
    private static final long LONGEST_TICK = 60_000;

    private final World world;
    private final Chance lot;
    private Incarnation me;
    private WorkingShelf shelf;
    private Deliveries deliveries;
    private final List<Call> calls = new ArrayList<>();
    private final List<TicketNews> news = new ArrayList<>();
    private int requestsRead;
    private int outcomesRead;
    private int asidesRead;
    private boolean polls;
    private boolean commits;
    private long tickPause;

    LifecycleHost(World world) {
        this.world = world;
        this.lot = world.chance.split("lifecycle");
    }

    void start() {
        world.kept.restore();
        me = new Incarnation(world.agenda, me == null ? 1 : me.number() + 1);
        calls.clear();
        news.clear();
        requestsRead = world.kept.requestsRead;
        outcomesRead = world.kept.outcomesRead;
        asidesRead = world.kept.asidesRead;
        polls = false;
        commits = false;
        tickPause = FIRST_TICK;
        shelf = new WorkingShelf(world);
        world.line.say("lifecycle", () -> "run " + me.number() + " begins");
        deliveries = new Deliveries(Mischief.times(world), shelf, this, this);
        world.requests.readBy(this::wake);
        world.outcomes.readBy(this::wake);
        world.asides.readBy(this::wake);
        wake();
        me.in(tickPause, this::tick);
    }

    /** Whether everything that came was read and committed. */
    boolean idle() {
        return !shelf.isDirty()
                && world.kept.requestsRead == world.requests.end()
                && world.kept.outcomesRead == world.outcomes.end()
                && world.kept.asidesRead == world.asides.end();
    }

    private void wake() {
        if (!polls) {
            polls = true;
            me.in(lot.between(0, 50), this::poll);
        }
    }

    private void poll() {
        polls = false;
        int most = (int) lot.between(1, 4);
        for (int count = 0; count < most && unread(); count++) {
            readOne();
            commitSoon();
            if (trouble()) {
                return;
            }
        }
        if (unread()) {
            wake();
        }
    }

    private boolean unread() {
        return requestsRead < world.requests.end()
                || outcomesRead < world.outcomes.end()
                || asidesRead < world.asides.end();
    }

    private void readOne() {
        int choice = lot.below(3);
        if (choice == 0 && asidesRead < world.asides.end()) {
            aside(world.asides.at(asidesRead++));
        } else if (outcomesRead < world.outcomes.end() && (choice == 1 || requestsRead == world.requests.end())) {
            deliveries.ended(world.outcomes.at(outcomesRead++), world.agenda.instant());
        } else if (requestsRead < world.requests.end()) {
            deliveries.requested(world.requests.at(requestsRead++), world.agenda.instant());
        }
        if (world.plants(PlantedFault.OFFSET_WITHOUT_STATE)) {
            world.kept.requestsRead = requestsRead;
            world.kept.outcomesRead = outcomesRead;
            world.kept.asidesRead = asidesRead;
        }
        tickPause = FIRST_TICK;
    }

    private void aside(Plan.Step step) {
        if (step instanceof Plan.Commands commands) {
            deliveries.commanded(commands.ticketKey(), commands.command(), world.agenda.instant());
        } else if (step instanceof Plan.Hints hints) {
            deliveries.hinted(hints.ticketKey(), hints.statusId(), world.agenda.instant());
        }
    }

    private void tick() {
        deliveries.tick(world.agenda.instant());
        if (shelf.isDirty()) {
            tickPause = FIRST_TICK;
            commitSoon();
            if (trouble()) {
                return;
            }
        }
        me.in(lot.between(tickPause, tickPause + 50), this::tick);
        tickPause = Math.min(LONGEST_TICK, tickPause * 3);
    }

    private void commitSoon() {
        if (commits) {
            return;
        }
        commits = true;
        if (world.strikes(Fault.SLOW_COMMIT, lot)) {
            me.standStill(lot.between(500, 15_000));
        }
        me.in(lot.between(0, 60), this::commit);
    }

    private void commit() {
        commits = false;
        if (trouble()) {
            return;
        }
        shelf.commit();
        world.kept.requestsRead = requestsRead;
        world.kept.outcomesRead = outcomesRead;
        world.kept.asidesRead = asidesRead;
        calls.forEach(world.calls::append);
        news.forEach(world.judge::published);
        calls.clear();
        news.clear();
        trouble();
    }

    /** A crash or a pause, perhaps; true when this run is over. */
    private boolean trouble() {
        if (world.strikes(Fault.LIFECYCLE_CRASH, lot) && lot.permille(150)) {
            crash("crashes", lot.between(100, 8_000));
            return true;
        }
        if (world.strikes(Fault.LIFECYCLE_PAUSE, lot) && lot.permille(150)) {
            long pause = lot.between(200, 2 * SESSION);
            if (pause >= SESSION) {
                crash("stands still for so long that another takes over", SESSION);
                return true;
            }
            world.line.say("lifecycle", () -> "stands still for " + pause + " ms");
            me.standStill(pause);
        }
        return false;
    }

    private void crash(String what, long restart) {
        world.line.say("lifecycle", () -> what + (shelf.isDirty() ? "; uncommitted work is lost" : ""));
        me.die();
        world.requests.readBy(() -> {});
        world.outcomes.readBy(() -> {});
        world.asides.readBy(() -> {});
        world.agenda.in(restart, this::start);
    }

    @Override
    public void send(Call call) {
        world.line.say("lifecycle", () -> "decides " + call.callId() + " " + call.operation());
        if (world.plants(PlantedFault.NO_INTENT)) {
            world.calls.append(call);
        } else {
            calls.add(call);
        }
    }

    @Override
    public void lane(LaneNews standing) {
        world.coverage.count("lane", standing.activity().name());
    }

    @Override
    public void publish(TicketNews published) {
        if (world.plants(PlantedFault.NEWS_BEFORE_COMMIT)) {
            world.judge.published(published);
        } else {
            news.add(published);
        }
    }

    @Override
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {
        world.coverage.count("effect", "Doubled");
    }

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused refused) {
        world.coverage.count("effect", "CommandRefused");
    }

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused refused) {
        world.coverage.count("effect", "NoteRefused");
    }

    @Override
    public @Nullable LaneTerms terms(String connectionId) {
        Site site = world.sites.get(connectionId);
        return site == null ? null : site.terms();
    }
}
