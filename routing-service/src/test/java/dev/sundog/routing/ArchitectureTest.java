package dev.sundog.routing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sundog.event.FailureReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.sundog.routing");

    @Test
    void packagesUseOnlyWhatTheySay() {
        ApplicationModules.of(RoutingApplication.class).verify();
    }

    @Test
    void theTechnologyIsInTheName() {
        noClasses()
                .that(not(named("(Kafka|Http|Avro|Cel|Mustache)\\w*"
                        + "|\\w*(Application|Configuration|Properties|Meters)|package-info")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "org.rocksdb..",
                        "io.micrometer..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "dev.cel..",
                        "com.samskivert.."))
                .check(HOUSE);
    }

    @Test
    void generatedClassesAreTouchedByAvroTypesOnly() {
        noClasses()
                .that(not(named("Avro\\w*")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.sundog.event", "dev.sundog.delivery", "dev.sundog.configuration")
                                .and(not(equivalentTo(FailureReason.class))))
                .check(HOUSE);
    }

    @Test
    void namesAreNotVague() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(Abstract\\w*|\\w*(Manager|Helper|Util|Utils|Impl|Dto))")
                .check(HOUSE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return DescribedPredicate.describe("top-level type named " + pattern, type -> {
            var top = type;
            while (top.getEnclosingClass().isPresent()) {
                top = top.getEnclosingClass().get();
            }
            return top.getSimpleName().matches(pattern);
        });
    }
}
