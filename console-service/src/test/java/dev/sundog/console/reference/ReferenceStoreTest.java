package dev.sundog.console.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.TestDatabase;
import dev.sundog.delivery.ReferenceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ReferenceStoreTest {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private final ReferenceStore store = store();

    @Test
    void doesNotTakeAHalfWrittenReadForAWhole() {
        assertThat(store.write(List.of(part(1, 0, "r1", 1, 2)))).isEmpty();
        assertThat(names()).isEmpty();

        assertThat(store.write(List.of(part(2, 2, "r1", 3)))).containsExactly("acme-halo");

        assertThat(names()).containsExactly("n1", "n2", "n3");
    }

    @Test
    void keepsTheLastWholeReadWhileANewOneIsBeingWritten() {
        store.write(List.of(part(1, 0, "r1", 1, 2), part(2, 2, "r1", 3)));

        store.write(List.of(part(1, 0, "r2", 7)));
        assertThat(names()).containsExactly("n1", "n2", "n3");

        store.write(List.of(part(2, 2, "r2", 8)));
        assertThat(names()).containsExactly("n7", "n8");
    }

    @Test
    void takesAShorterReadBeforeTheOldPartsAreGone() {
        store.write(List.of(part(1, 0, "r1", 1), part(2, 2, "r1", 2)));

        store.write(List.of(part(1, 1, "r2", 9), gone(2)));

        assertThat(names()).containsExactly("n9");
    }

    @Test
    void changesNothingWhenTheSameRecordsComeAgain() {
        var records = List.of(part(1, 0, "r1", 1), part(2, 2, "r1", 2));
        store.write(records);

        assertThat(store.write(records)).isEmpty();

        assertThat(names()).containsExactly("n1", "n2");
    }

    @Test
    void showsAGapBesideWhatIsKnownUntilItIsTakenBack() {
        store.write(List.of(part(1, 1, "r1", 1)));

        store.write(List.of(new Part(
                place(0),
                new Part.Read("acme-msp", 0, "r2", AT, "NOT_PERMITTED", "HTTP 403", null, false, List.of()))));
        assertThat(customers().gap()).isNotNull();
        assertThat(customers().count()).isEqualTo(1);

        store.write(List.of(gone(0)));
        assertThat(customers().gap()).isNull();
    }

    @Test
    void forgetsAKindWhoseLastPartIsGone() {
        store.write(List.of(part(1, 1, "r1", 1)));

        store.write(List.of(gone(1)));

        assertThat(names()).isEmpty();
        assertThat(customers().readAt()).isNull();
    }

    @Test
    void showsNothingToAnotherTenant() {
        store.write(List.of(part(1, 1, "r1", 1)));

        assertThat(store.item("acme-msp", "acme-halo", ReferenceKind.CUSTOMER, 1))
                .map(Item::name)
                .hasValue("n1");
        assertThat(store.item("other-msp", "acme-halo", ReferenceKind.CUSTOMER, 1))
                .isEmpty();
        assertThat(store.items("other-msp", "acme-halo", ReferenceKind.CUSTOMER))
                .isEmpty();
        assertThat(store.kinds("other-msp", "acme-halo"))
                .allSatisfy(state -> assertThat(state.count()).isZero());
    }

    private List<String> names() {
        return store.items("acme-msp", "acme-halo", ReferenceKind.CUSTOMER).stream()
                .map(Item::name)
                .toList();
    }

    private KindState customers() {
        return store.kinds("acme-msp", "acme-halo").stream()
                .filter(state -> state.kind().equals("CUSTOMER"))
                .findFirst()
                .orElseThrow();
    }

    private static Part.Place place(int part) {
        return new Part.Place("acme-halo", "CUSTOMER", part);
    }

    private static Part gone(int part) {
        return new Part(place(part), null);
    }

    private static Part part(int part, int parts, String readId, long... ids) {
        var items = Arrays.stream(ids)
                .mapToObj(id -> new Item(
                        id, "n" + id, null, true, null, null, null, null, null, List.of(), List.of(), Map.of(),
                        List.of(), List.of(), true))
                .toList();
        return new Part(place(part), new Part.Read("acme-msp", parts, readId, AT, "READ", null, null, false, items));
    }

    private static ReferenceStore store() {
        var database = TestDatabase.migrated();
        return new JdbcReferenceStore(
                JdbcClient.create(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                JsonMapper.shared());
    }
}
