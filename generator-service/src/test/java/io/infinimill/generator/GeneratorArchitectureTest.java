package io.infinimill.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class GeneratorArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.infinimill.generator");

    @Test
    void onlyTheStepsAndWhatSendsOrStreamsForThemKnowKafka() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Step|Publisher|JobEvents|SharedRecords)(\\$.*)?")
                .and()
                .areNotAssignableTo(GeneratorService.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("find . -name '*Step.java' is the map of the data path")
                .check(CLASSES);
    }

    @Test
    void operatorsAndWhatTheyAreMadeOfKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("..operator..", "..annotated..", "..evolved..", "..taught..", "..scale..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..")
                .because("an operator is pure: model calls, retries, counting and provenance belong to the step")
                .check(CLASSES);
    }

    @Test
    void operatorsArePackagePrivateRecordsWithATest() {
        for (JavaClass operator : CLASSES.that(JavaClass.Predicates.resideInAPackage("..operator"))) {
            if (!operator.isAssignableTo(Decoupler.class)
                    && !operator.isAssignableTo(Evolver.class)
                    && !operator.isAssignableTo(TaughtDecoupler.class)
                    && !operator.isAssignableTo(Scaler.class)) {
                continue;
            }
            assertThat(operator.isRecord())
                    .as(operator.getName() + " is a record")
                    .isTrue();
            assertThat(operator.getModifiers())
                    .as(operator.getName() + " is package-private, so that a recipe is the only way to it")
                    .doesNotContain(JavaModifier.PUBLIC);
            assertThat(getClass().getResource("/" + operator.getName().replace('.', '/') + "Test.class"))
                    .as(operator.getName() + " has a test")
                    .isNotNull();
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.infinimill.generator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two capabilities one")
                .check(CLASSES);
    }

    @Test
    void onlyStoresKnowSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Jobs")
                .and()
                .haveSimpleNameNotEndingWith("Units")
                .and()
                .haveSimpleNameNotEndingWith("Sets")
                .and()
                .haveSimpleNameNotEndingWith("Templates")
                .and()
                .haveSimpleNameNotEndingWith("Replies")
                .and()
                .haveNameNotMatching(".*\\.(JobLease|TeachLease|Ledger|Lookups|Requests|TrackRecords)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .because("SQL stands in the one class that runs it")
                .check(CLASSES);
    }

    @Test
    void resourcesStayPackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .bePackagePrivate()
                .because("HTTP is the only way to them")
                .check(CLASSES);
    }
}
