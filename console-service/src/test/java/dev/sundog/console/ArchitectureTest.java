package dev.sundog.console;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the packages to what their {@code package-info} says, and the technology to the names that show it. */
@AnalyzeClasses(packages = "dev.sundog.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> PREFIXES = List.of("Kafka", "Http", "Avro", "Jdbc", "Tink");
    private static final List<String> SUFFIXES =
            List.of("Application", "Configuration", "Properties", "Listener", "Controller", "Functions", "Meters");

    @ArchTest
    static final ArchRule TECHNOLOGY_IS_IN_THE_NAME = noClasses()
            .that(not(namedAfterTechnology()))
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "tools.jackson..",
                    "io.micrometer..",
                    "com.google.crypto.tink..",
                    "jakarta..",
                    "java.sql..");

    @ArchTest
    static final ArchRule GENERATED_CLASSES_STAY_AT_THE_EDGE = noClasses()
            .that(not(outermost(simpleNameStartingWith("Avro"))))
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("generated from schemas") {
                @Override
                public boolean test(JavaClass type) {
                    return List.of("dev.sundog.event", "dev.sundog.delivery", "dev.sundog.configuration")
                                    .contains(type.getPackageName())
                            && !type.isEnum();
                }
            });

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)|.*\\.Abstract[^.]*");

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);

    @Test
    void packagesUseWhatTheyMay() {
        ApplicationModules.of(ConsoleApplication.class).verify();
    }

    private static DescribedPredicate<JavaClass> namedAfterTechnology() {
        var prefixes = PREFIXES.stream().map(it -> simpleNameStartingWith(it));
        var suffixes = SUFFIXES.stream().map(it -> simpleNameEndingWith(it));
        return outermost(
                Stream.concat(prefixes, suffixes).reduce((a, b) -> a.or(b)).orElseThrow());
    }

    private static DescribedPredicate<JavaClass> outermost(DescribedPredicate<JavaClass> named) {
        return new DescribedPredicate<>("within a type " + named.getDescription()) {
            @Override
            public boolean test(JavaClass type) {
                var outer = type;
                while (outer.getEnclosingClass().isPresent()) {
                    outer = outer.getEnclosingClass().get();
                }
                return named.test(outer);
            }
        };
    }
}
