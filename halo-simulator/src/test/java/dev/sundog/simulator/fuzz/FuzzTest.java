package dev.sundog.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.TenantOptions;
import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.control.Switch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand requests from Halo's description, with odd values, odd bodies and odd encodings. Another seed is taken
 * from the system property {@code sundog.fuzz.seed}; the seed of a failure is in its message.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("sundog.fuzz.seed", 20_260_925);
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final HaloSimulator halo = HaloSimulator.start(
            SimulatorOptions.defaults().withTenant(TenantOptions.named("acme").with(Switch.RATE_LIMIT, 0)));
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @AfterEach
    void close() {
        halo.close();
    }

    @Test
    void answersTenThousandOddRequestsWithoutAFaultOfItsOwn() throws IOException {
        URI root = halo.baseUri();
        HaloCaller caller = new HaloCaller(new HaloUnderTest(
                        root, URI.create(root + "/auth"), "sundog-local", "sundog-local-secret", 0, 0, 0, 0))
                .signIn("all");
        OddRequests requests =
                new OddRequests(SEED, caller.token(), halo.tenant("acme").resources());

        ask(10_000, requests::next);

        // They went deep enough to be worth something.
        assertThat(statuses).containsKeys(200, 201, 400, 401, 404, 405, 415);
        assertThat(statuses.get(201)).isGreaterThan(100);
        assertThat(statuses.get(200)).isGreaterThan(1000);
    }

    @Test
    void answersOddControlsWithoutAFaultOfItsOwn() throws IOException {
        ask(1000, new OddRequests(SEED, "", halo.tenant("acme").resources())::nextControl);

        assertThat(statuses).containsKeys(200, 400, 404);
    }

    private void ask(int times, Supplier<FuzzedRequest> requests) throws IOException {
        try (RawConnection connection = new RawConnection(halo.port())) {
            for (int i = 0; i < times; i++) {
                FuzzedRequest request = requests.get();
                long before = System.nanoTime();
                RawConnection.Answer answer = ask(connection, request, i);
                long nanos = System.nanoTime() - before;
                statuses.merge(answer.status(), 1, Integer::sum);

                assertThat(nanos)
                        .as("nanoseconds of request %s with seed %s: %s", i, SEED, request)
                        .isLessThan(BOUND.toNanos());
                assertThat(answer.status())
                        .as("status of request %s with seed %s: %s: %s", i, SEED, request, answer.body())
                        .isBetween(200, 499);
                assertThat(answer.body())
                        .as("request %s with seed %s: %s", i, SEED, request)
                        .doesNotContain("\tat ", "Exception in", "java.lang", "dev.sundog");
                assertReadable(answer, request, i);
            }
        }
    }

    private static RawConnection.Answer ask(RawConnection connection, FuzzedRequest request, int number) {
        try {
            return connection.exchange(request.bytes());
        } catch (IOException e) {
            return fail("request %s with seed %s got no answer: %s".formatted(number, SEED, request), e);
        }
    }

    private static void assertReadable(RawConnection.Answer answer, FuzzedRequest request, int number) {
        if (answer.headers().getOrDefault("content-type", "").startsWith("application/json")
                && !request.method().equals("HEAD")) {
            try {
                JsonMapper.shared().readTree(answer.body());
            } catch (JacksonException e) {
                fail("not JSON: request %s with seed %s: %s: %s".formatted(number, SEED, request, answer.body()), e);
            }
        }
    }
}
