package dev.sundog.console.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerIndexTest {

    private static final List<String> NAMES = List.of("Contoso", "Contoso Ltd", "Fabrikam", "Northwind", "Nоrthwind");
    private static final List<String> TENANTS = List.of("", "t-1", "T-1", "t-2", "t-3", "t-4", "t-5");

    @Test
    void isCertainOfExactlyWhatMatchingOverAllCustomersIsCertainOf() {
        int certain = 0;
        int uncertain = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var customers = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(id ->
                            new Customer(id, any(NAMES, random), random.nextInt(8) > 0, traits(random), List.of()))
                    .toList();
            var organization = traits(random);

            var expected = Matching.propose(organization, customers).certain();

            assertThat(new CustomerIndex(customers).certain(organization))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            certain += expected.isPresent() ? 1 : 0;
            uncertain += expected.isEmpty() ? 1 : 0;
        }
        assertThat(certain).isGreaterThan(200);
        assertThat(uncertain).isGreaterThan(300);
    }

    private static Traits traits(Random random) {
        var tenants = new ArrayList<String>();
        if (random.nextBoolean()) {
            tenants.add(any(TENANTS, random));
        }
        var external = random.nextInt(3) == 0
                ? Map.of(random.nextBoolean() ? "xero" : "datto", "x-" + random.nextInt(4))
                : Map.<String, String>of();
        return new Traits(any(NAMES, random), tenants, external, List.of("contoso.example"));
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
