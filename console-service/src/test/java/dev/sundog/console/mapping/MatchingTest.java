package dev.sundog.console.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.mapping.Candidate.Evidence;
import dev.sundog.console.mapping.Candidate.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

    private static final String TENANT = "2f6b9c1e-0000-4000-8000-00000000c012";

    @Test
    void takesTheOnlyCustomerWithTheAzureTenantForCertain() {
        var organization = new Traits("Something else", List.of(TENANT.toUpperCase(Locale.ROOT)), Map.of(), List.of());

        var proposal = Matching.propose(organization, List.of(contoso(), fabrikam()));

        assertThat(proposal.certain()).hasValueSatisfying(candidate -> {
            assertThat(candidate.customerId()).isEqualTo(12);
            assertThat(candidate.score()).isEqualTo(100);
            assertThat(candidate.evidence()).extracting(Evidence::sort).containsExactly(Sort.AZURE_TENANT);
        });
    }

    @Test
    void takesTheOnlyCustomerWithTheExternalIdForCertain() {
        var organization = new Traits(null, List.of(), Map.of("Xero", "x-13"), List.of());

        assertThat(Matching.propose(organization, List.of(contoso(), fabrikam()))
                        .certain())
                .hasValueSatisfying(
                        candidate -> assertThat(candidate.customerId()).isEqualTo(13));
    }

    @Test
    void neverTakesAnIdOfOneSystemForThatOfAnother() {
        var organization = new Traits(null, List.of(), Map.of("datto", "x-13"), List.of());

        assertThat(Matching.propose(organization, List.of(contoso(), fabrikam()))
                        .candidates())
                .isEmpty();
    }

    @Test
    void isNotCertainWhenTwoCustomersShareTheAzureTenant() {
        var twin = new Customer(99, "Contoso twin", true, contoso().traits(), List.of());

        var proposal =
                Matching.propose(new Traits(null, List.of(TENANT), Map.of(), List.of()), List.of(contoso(), twin));

        assertThat(proposal.ambiguous()).isTrue();
        assertThat(proposal.certain()).isEmpty();
        assertThat(proposal.candidates()).hasSize(2).noneMatch(Candidate::exact);
    }

    @Test
    void isNotCertainWhenAzureTenantAndExternalIdContradictEachOther() {
        var organization = new Traits(null, List.of(TENANT), Map.of("xero", "x-13"), List.of());

        var proposal = Matching.propose(organization, List.of(contoso(), fabrikam()));

        assertThat(proposal.ambiguous()).isTrue();
        assertThat(proposal.certain()).isEmpty();
    }

    @Test
    void isNotCertainOfACustomerThatHasAnotherIdInASystemThatBothName() {
        var organization = new Traits(null, List.of(TENANT), Map.of("Xero", "x-99"), List.of());

        var proposal = Matching.propose(organization, List.of(contoso(), fabrikam()));

        assertThat(proposal.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.customerId()).isEqualTo(12);
            assertThat(candidate.warnings()).hasSize(1);
        });
        assertThat(proposal.certain()).isEmpty();
    }

    @Test
    void isNotCertainOfACustomerWithAnotherAzureTenant() {
        var organization =
                new Traits(null, List.of("5a5a5a5a-0000-4000-8000-000000000000"), Map.of("xero", "x-12"), List.of());

        assertThat(Matching.propose(organization, List.of(contoso())).certain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "00000000-0000-0000-0000-000000000000"})
    void takesAnIdThatNobodyFilledInForNone(String nothing) {
        var blank = new Customer(
                7, "Blank", true, new Traits("Blank", List.of(nothing), Map.of("xero", nothing), List.of()), List.of());
        var organization = new Traits(null, List.of(nothing), Map.of("xero", nothing), List.of());

        assertThat(Matching.propose(organization, List.of(blank)).candidates()).isEmpty();
    }

    @Test
    void isNeverCertainOfANameOrADomain() {
        var organization = new Traits("Contoso Ltd", List.of(), Map.of(), List.of("contoso.example"));

        var proposal = Matching.propose(organization, List.of(contoso(), fabrikam()));

        assertThat(proposal.candidates().getFirst().customerId()).isEqualTo(12);
        assertThat(proposal.certain()).isEmpty();
    }

    @Test
    void isNotCertainOfACustomerThatIsNotInUse() {
        var gone = new Customer(12, "Contoso Ltd", false, contoso().traits(), List.of());

        var proposal = Matching.propose(new Traits(null, List.of(TENANT), Map.of(), List.of()), List.of(gone));

        assertThat(proposal.candidates()).hasSize(1);
        assertThat(proposal.certain()).isEmpty();
    }

    @Test
    void knowsACustomerByTheAddressesOfItsUsersButNotByThoseThatAnybodyHas() {
        var mail = new Customer(
                14, "Northwind", true, Traits.named("Northwind"), List.of("northwind.example", "gmail.com"));

        assertThat(Matching.propose(new Traits(null, List.of(), Map.of(), List.of("northwind.example")), List.of(mail))
                        .candidates())
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.evidence().getFirst().sort()).isEqualTo(Sort.MAIL_DOMAIN));
        assertThat(Matching.propose(new Traits(null, List.of(), Map.of(), List.of("GMail.com")), List.of(mail))
                        .candidates())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller & Söhne GmbH | Mueller und Soehne | false",
                "MULLER GMBH | Müller GmbH | true",
                "Straße AG | Strasse AG | true",
                "Société Générale S.A. | Societe Generale SA | true",
                "ACME, Inc. | acme inc | true",
                "Ｃｏｎｔｏｓｏ Ltd | Contoso Ltd | true",
                "Contoso Ltd | Contosо Ltd | false"
            })
    void takesNamesForTheSameButForCaseAccentsAndPunctuation(String one, String other, boolean same) {
        assertThat(Names.plain(one).equals(Names.plain(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Contoso Ltd | Contoso Limited",
                "Contoso G.m.b.H. | CONTOSO GmbH & Co. KG",
                "The Contoso Company | Contoso",
                "Contoso Pty Ltd | Contoso",
                "PT Contoso | PT Contoso Inc."
            })
    void leavesLegalFormsOut(String one, String other) {
        assertThat(Names.withoutLegalForm(one)).isEqualTo(Names.withoutLegalForm(other));
    }

    @Test
    void keepsANameThatIsNothingButALegalForm() {
        assertThat(Names.withoutLegalForm("The Company")).isNotEmpty();
        assertThat(Names.withoutLegalForm("AG")).isEqualTo("ag");
    }

    @Test
    void warnsOfANameThatIsMadeToLookLikeAnother() {
        var lookalike = new Customer(
                66, "Cоntoso Ltd", true, new Traits("Cоntoso Ltd", List.of(TENANT), Map.of(), List.of()), List.of());

        var proposal =
                Matching.propose(new Traits("Contoso Ltd", List.of(TENANT), Map.of(), List.of()), List.of(lookalike));

        assertThat(proposal.candidates().getFirst().warnings()).isNotEmpty();
        assertThat(proposal.certain()).isEmpty();
        assertThat(proposal.candidates().getFirst().evidence())
                .extracting(Evidence::sort)
                .doesNotContain(Sort.NAME, Sort.NAME_WITHOUT_LEGAL_FORM);
    }

    @Test
    void isAmbiguousWhereTwoCustomersHaveTheSameName() {
        var other = new Customer(99, "CONTOSO LTD.", true, Traits.named("CONTOSO LTD."), List.of());

        var proposal = Matching.propose(Traits.named("Contoso Ltd"), List.of(contoso(), other));

        assertThat(proposal.ambiguous()).isTrue();
        assertThat(proposal.candidates()).extracting(Candidate::customerId).containsExactly(12L, 99L);
    }

    @Test
    void findsNothingInNamesWithoutLetters() {
        var nameless = new Customer(7, "---", true, Traits.named("---"), List.of());

        assertThat(Matching.propose(Traits.named("***"), List.of(nameless)).candidates())
                .isEmpty();
    }

    @Test
    void proposesTheSameWhateverTheOrderOfCustomers() {
        var customers = new ArrayList<>(List.of(contoso(), fabrikam()));
        for (int id = 100; id < 160; id++) {
            customers.add(new Customer(id, "Contoso " + id % 7, true, Traits.named("Contoso " + id % 7), List.of()));
        }
        var organization = new Traits("Contoso 3", List.of(), Map.of(), List.of("contoso.example"));
        var expected = Matching.propose(organization, customers);

        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(customers, new Random(seed));
            assertThat(Matching.propose(organization, customers)).isEqualTo(expected);
        }
    }

    private static Customer contoso() {
        var traits = new Traits("Contoso Ltd", List.of(TENANT), Map.of("xero", "x-12"), List.of("contoso.example"));
        return new Customer(12, "Contoso Ltd", true, traits, List.of());
    }

    private static Customer fabrikam() {
        var traits = new Traits("Fabrikam Inc", List.of(), Map.of("xero", "x-13"), List.of("fabrikam.example"));
        return new Customer(13, "Fabrikam Inc", true, traits, List.of());
    }
}
