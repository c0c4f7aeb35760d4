package dev.sundog.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real Kafka broker: one for each test JVM, started when first asked for.
 *
 * <p>The broker runs in the test JVM. With {@code -Dsundog.test.kafka=container}, and a Docker engine that answers, it is
 * Testcontainers'. The same tests run on both.
 *
 * <p>Use it with {@code @ExtendWith} and a parameter of type {@link TestKafka}, or call {@link #kafka()}, which also works in
 * a {@code @DynamicPropertySource}.
 */
public final class KafkaExtension implements BeforeAllCallback, ParameterResolver {

    private static @Nullable TestKafka kafka;

    /** The broker of this test JVM. Starts it on the first call. Safe from any thread. */
    public static synchronized TestKafka kafka() {
        TestKafka running = kafka;
        if (running == null) {
            running = new TestKafka(Broker.chosen().start());
            kafka = running;
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        kafka();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestKafka.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kafka();
    }
}
