package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.lifecycle.Effect;
import dev.sundog.connector.lifecycle.FlapRules;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.PartingRules;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.TicketLifecycle;
import dev.sundog.connector.lifecycle.TicketNews;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.lifecycle.Transition;
import dev.sundog.connector.lifecycle.Wishing;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Walks through tickets' lives at random, by a fixed seed, and keeps every state that comes up. */
class EveryStateTest {

    private static final long SEED = 20_261_122;
    private static final StatusWords WORDS = new StatusWords(Map.of(), Set.of(9L), Set.of(30L));

    private static final TicketRef STORM = new TicketRef(5, "https://halo/ticket?id=5");
    private static final Input[] STORMY = {
        new Input.Folded(1, null),
        new Input.Folded(1, STORM),
        new Input.Housed(STORM),
        new Input.Unhoused(new TicketNews.Failed(FailureReason.HALO_REJECTED, "no", false, 1)),
        new Input.Unhoused(new TicketNews.Failed(FailureReason.PERMISSION_DENIED, "no", true, 1)),
        new Input.Unfolded()
    };

    private final Random random = new Random(SEED);
    private final TicketLifecycle lifecycle = new TicketLifecycle(Wishing.TIMES);
    private final Serde<TicketState> serde = AvroStateSerde.tickets();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private Instant now = Wishing.START;
    private int events;

    @Test
    void keepsEveryReachableStateWhole() {
        for (int life = 0; life < 400; life++) {
            calls.clear();
            LifeRules rules = rules();
            TicketState state = null;
            for (int step = 0; step < 100; step++) {
                now = now.plus(Duration.ofSeconds(pick(0L, 1L, 5L, 30L, 600L)));
                state = next(state, rules);
            }
        }

        assertThat(seen).containsAll(phases(Phase.class).toList());
    }

    private TicketState next(TicketState state, LifeRules rules) {
        Input input = state == null ? wish(rules) : input(state, rules);
        Transition transition = lifecycle.apply(state, input, WORDS, now).orElseThrow();
        TicketState after = transition.state();
        check(state, transition);
        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", after)))
                .as("seed " + SEED)
                .isEqualTo(after);
        seen.add(after.phase().getClass());
        return after;
    }

    /** One call at a time; a ticket whose call is out wants no turn; no id is used twice. */
    private void check(TicketState before, Transition transition) {
        List<String> sent = transition.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).call().callId())
                .toList();
        assertThat(sent).hasSizeLessThanOrEqualTo(1).allMatch(calls::add);
        if (transition.state().phase().callId() != null) {
            assertThat(transition.state().due()).isNull();
        }
        if (before != null) {
            assertThat(transition.state().serial()).isGreaterThanOrEqualTo(before.serial());
        }
    }

    private Input input(TicketState state, LifeRules rules) {
        boolean due = state.due() != null && !state.due().isAfter(now);
        String callId = state.phase().callId();
        return switch (random.nextInt(11)) {
            case 0 -> wish(rules);
            case 1 -> new Input.Hinted(pick(null, 1L, 9L));
            case 2 ->
                random.nextInt(4) == 0
                        ? new Input.Commanded("c" + events++, "acme-msp", pick(Input.Command.values()), "ann")
                        : wish(rules);
            case 10 -> pick(STORMY);
            case 3 ->
                calls.isEmpty() ? wish(rules) : new Input.CallEnded(pick(calls.toArray(String[]::new)), end(), now);
            default -> {
                if (callId != null) {
                    yield new Input.CallEnded(callId, end(), now);
                }
                yield due ? new Input.Turn(now.plusSeconds(20)) : wish(rules);
            }
        };
    }

    private Input.Requested wish(LifeRules rules) {
        return new Input.Requested(
                Wishing.identity("acme-halo", "disk"),
                Wishing.wish("e" + events++, pick("disk", "memory"), pick(Goal.values()), rules));
    }

    private CallEnd end() {
        return switch (random.nextInt(12)) {
            case 0 -> new CallEnd.Done(List.of());
            case 1 -> new CallEnd.Unknown("reset");
            case 2 -> new CallEnd.Rejected("no");
            case 3 -> new CallEnd.TooLarge("413");
            case 4 -> new CallEnd.NotFound("gone");
            case 5 -> pick(new CallEnd.NotSent("refused"), new CallEnd.Expired(), new CallEnd.RateLimited(null));
            case 6 -> pick(new CallEnd.AuthenticationFailed("401"), new CallEnd.PermissionDenied("403"));
            default -> new CallEnd.Done(List.of(shown()));
        };
    }

    private FoundTicket shown() {
        Long status = pick(1L, 1L, 2L, 9L, 30L, null);
        Long merged = random.nextInt(20) == 0 ? Long.valueOf(99) : null;
        return new FoundTicket(
                pick(7L, 8L),
                "https://halo/ticket?id=7",
                status,
                "status",
                Objects.equals(status, 9L),
                null,
                pick(1L, 4L, null),
                merged,
                random.nextInt(20) == 0,
                random.nextBoolean(),
                null);
    }

    private LifeRules rules() {
        return new LifeRules(
                random.nextBoolean(),
                9,
                Duration.ofSeconds(pick(0L, 60L)),
                Duration.ofSeconds(pick(0L, 3_600L)),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                Duration.ofSeconds(pick(0L, 600L)),
                Duration.ofSeconds(pick(0L, 600L)),
                pick(FlapRules.NEVER, new FlapRules(2, Duration.ofMinutes(5))),
                new PartingRules(
                        pick(PartingRules.Deleted.values()),
                        pick(PartingRules.Merged.values()),
                        pick(PartingRules.Closed.values())));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Stream<Class<?>> phases(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryStateTest::phases);
    }
}
