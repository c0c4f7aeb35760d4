package dev.sundog.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real schema registry: one Apicurio server process for each test JVM, started when first asked for, in memory.
 *
 * <p>Use it with {@code @ExtendWith} and a parameter of type {@link TestRegistry}, or call {@link #registry()}, which also
 * works in a {@code @DynamicPropertySource}.
 */
public final class RegistryExtension implements BeforeAllCallback, ParameterResolver {

    private static @Nullable RegistryProcess process;

    /** The registry of this test JVM. Starts it on the first call. Safe from any thread. */
    public static synchronized TestRegistry registry() {
        RegistryProcess running = process;
        if (running == null) {
            running = RegistryProcess.start();
            process = running;
        }
        return running.registry();
    }

    private static synchronized void stop() {
        RegistryProcess running = process;
        if (running != null) {
            process = null;
            running.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        registry();
        AutoCloseable end = RegistryExtension::stop;
        context.getRoot().getStore(Namespace.create(RegistryExtension.class)).computeIfAbsent("end", key -> end);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestRegistry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return registry();
    }
}
