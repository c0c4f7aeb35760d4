package dev.sundog.simulator.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Puts rows and confidence before the name of a test, for the reports of those who test their own Halo. */
public final class RowNames extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        String name = super.generateDisplayNameForMethod(enclosing, testClass, method);
        Row row = method.getAnnotation(Row.class);
        if (row == null) {
            return name;
        }
        String numbers = Arrays.stream(row.value()).mapToObj(String::valueOf).collect(Collectors.joining("+"));
        return "%s [%s] %s".formatted(numbers.isEmpty() ? row.source() : "row " + numbers, row.confidence(), name);
    }
}
