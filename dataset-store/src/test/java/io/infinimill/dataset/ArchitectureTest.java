package io.infinimill.dataset;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.annotation.KafkaListener;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.infinimill.dataset");

    /** Their names are plural: each holds the SQL of one kind of thing. Gathering reads for Versions. */
    private static final List<String> STORES = List.of(
            "AnnouncedJobs",
            "Origins",
            "Outcomes",
            "DeadLetters",
            "Datasets",
            "Versions",
            "Gathering",
            "Samples",
            "Corrections",
            "Lineages");

    @Test
    void only_the_step_knows_kafka() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Step")
                .and()
                .doNotHaveSimpleName("IntakeConfiguration")
                .and()
                .doNotHaveSimpleName("DeadLetterReader")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("the step is the one place where records come and go; the reader only takes a letter apart")
                .check(CLASSES);
    }

    @Test
    void there_is_one_listener() {
        methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleName("StoreStep")
                .because("find . -name '*Step.java' is the map of the data path")
                .check(CLASSES);
    }

    @Test
    void only_the_stores_know_sql() {
        noClasses()
                .that(not(store()))
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .because("a statement is found in the class named after its table")
                .check(CLASSES);
    }

    @Test
    void formats_know_the_contract_and_json_only() {
        classes()
                .that()
                .implement(ExportFormat.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.infinimill.model..",
                        "io.infinimill.dataset",
                        "io.infinimill.dataset.export")
                .because("a format is a pure function of what it is given")
                .check(CLASSES);
    }

    @Test
    void a_format_is_a_package_private_record_with_a_test() {
        classes()
                .that()
                .implement(ExportFormat.class)
                .should()
                .beRecords()
                .andShould()
                .notBePublic()
                .andShould()
                .resideInAPackage("..export")
                .because("a format is one file and one test, and nothing else")
                .check(CLASSES);
        CLASSES.stream()
                .filter(type -> type.isAssignableTo(ExportFormat.class) && !type.isInterface())
                .forEach(format -> assertThatCode(() -> Class.forName(format.getName() + "Test"))
                        .as("the test of " + format.getSimpleName())
                        .doesNotThrowAnyException());
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.infinimill.dataset.(*)..")
                .should()
                .beFreeOfCycles()
                .because("intake, version and export are read one after the other")
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage("io.infinimill.dataset.archive"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.infinimill.dataset.intake", "io.infinimill.dataset.version", "io.infinimill.dataset.export")
                .because("how events lie in the database is below what is done with them")
                .check(CLASSES);
    }

    @Test
    void configurations_and_resources_are_package_private() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Configuration")
                .or()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("Spring finds them; nobody else should")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> store() {
        return DescribedPredicate.describe(
                "stores",
                type -> STORES.stream().anyMatch(name -> type.getName().matches(".*\\." + name + "(\\$.*)?")));
    }
}
