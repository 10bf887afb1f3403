package io.infinimill.filter;

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

class FilterArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.infinimill.filter");

    @Test
    void onlyTheStepAndWhatRunsItKnowKafka() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*\\.(FilterStep|FilterStreams|FilterConfiguration|SourceTopics|Filtering|Deciding|WaitingSamples)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("find . -name '*Step.java' is the map of the data path")
                .check(CLASSES);
    }

    @Test
    void operatorsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("..operator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..", "io.micrometer..")
                .because("an operator is pure: running, retries, counting and provenance belong to the step")
                .check(CLASSES);
    }

    @Test
    void operatorsArePackagePrivateRecordsWithATest() {
        for (JavaClass operator : CLASSES.that(JavaClass.Predicates.resideInAPackage("..operator"))) {
            if (!operator.isAssignableTo(Filter.class)) {
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
    void theServiceKnowsNoOperator() {
        noClasses()
                .that()
                .resideInAPackage("io.infinimill.filter")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.infinimill.filter.operator")
                .because("operators are found by their type and named by recipes")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.infinimill.filter.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two capabilities one")
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
