package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.contract.HaloContract;
import dev.sundog.simulator.contract.Row;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds the contract complete: a row that is not tested does not count. */
class ContractCoverageTest {

    private static final int ROWS = 65;
    private static final Class<?> SANDBOX = load("SandboxTest.class");

    @Test
    void testsEachRowOfTheReference() {
        Set<Integer> untested =
                new TreeSet<>(IntStream.rangeClosed(1, ROWS).boxed().toList());

        tests().flatMap(test -> rows(test).stream()).forEach(untested::remove);

        assertThat(untested)
                .as("rows of section 11 without a test: write one in a class ….contract.…Contract, with "
                        + "@Row(value = <row>, confidence = \"…\", source = \"halo-api.md …\")")
                .isEmpty();
    }

    @Test
    void saysOfEachTestWhereItComesFrom() {
        List<Method> silent =
                tests().filter(test -> test.getAnnotation(Row.class) == null).toList();

        assertThat(silent).as("put @Row on each test of a contract").isEmpty();
    }

    @Test
    void namesOnlyRowsThatExist() {
        assertThat(tests().flatMap(test -> rows(test).stream())).allMatch(row -> row >= 1 && row <= ROWS);
    }

    @Test
    void triesEachContractOnASandbox() {
        List<Class<?>> tried = Arrays.stream(SANDBOX.getDeclaredClasses())
                .<Class<?>>map(Class::getSuperclass)
                .toList();

        assertThat(contracts())
                .as("each contract has a nested class in SandboxTest")
                .allMatch(tried::contains);
    }

    @Test
    void triesEachContractOnTheSimulator() {
        List<String> untried = contracts()
                .filter(Predicate.not(ContractCoverageTest::isTried))
                .map(Class::getName)
                .toList();

        assertThat(untried)
                .as("contract XContract runs on the simulator by a class SimulatedXTest in dev.sundog.simulator")
                .isEmpty();
    }

    private static boolean isTried(Class<?> contract) {
        String name = contract.getSimpleName().replace("Contract", "");
        try {
            Class<?> tried = Class.forName("dev.sundog.simulator.Simulated" + name + "Test");
            return contract.isAssignableFrom(tried);
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    private static List<Integer> rows(Method test) {
        Row row = test.getAnnotation(Row.class);
        return row == null ? List.of() : Arrays.stream(row.value()).boxed().toList();
    }

    private static Stream<Method> tests() {
        return contracts()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class));
    }

    private static Stream<Class<?>> contracts() {
        try (Stream<Path> files = Files.list(
                Path.of(HaloContract.class.getResource("HaloContract.class").toURI())
                        .getParent())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(?!Halo)\\w+Contract\\.class"))
                    .sorted()
                    .<Class<?>>map(ContractCoverageTest::load)
                    .toList()
                    .stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(HaloContract.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
