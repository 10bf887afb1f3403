package io.infinimill;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.infinimill.model.Topics;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class SharedModelArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.infinimill");

    @Test
    void theModelKnowsTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("io.infinimill.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.infinimill.model..", "java..", "org.jspecify.annotations..")
                .because("whoever reads or writes an event needs no framework of ours, not even a JSON library")
                .check(CLASSES);
    }

    @Test
    void arithmeticKnowsTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("io.infinimill.arithmetic..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.infinimill.arithmetic..", "java..", "org.jspecify.annotations..")
                .because("the exact twin of a program depends on nothing that could change its value")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsAFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "jakarta..", "java.sql..")
                .because("every service and every outside client links this module, and takes its libraries with it")
                .check(CLASSES);
    }

    @Test
    void onlyTeachersOfThisProcessKnowTheLibrariesThatRunModels() {
        noClasses()
                .that(not(resideInAnyPackage("io.infinimill.teacher.djl..", "io.infinimill.teacher.gguf..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "de.kherud..")
                .because("these libraries are optional, and missing where no model runs in the process")
                .check(CLASSES);
    }

    @Test
    void onlyBytesAndChildProcessesKnowJackson() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "io.infinimill.wire..", "io.infinimill.program..", "io.infinimill.teacher..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .because("how an event becomes bytes is decided in one place")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.infinimill.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that knows its user cannot be read, tested or moved alone")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        var packages = CLASSES.stream().map(type -> type.getPackage().getName()).collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked: without it NullAway checks nothing there", name)
                        .isTrue());
    }

    @Test
    void everyPublicRecordOfTheModelIsPartOfAnEvent() {
        var events = Topics.EVENTS.values().stream().map(Class::getName).collect(Collectors.toSet());

        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals("io.infinimill.model") && type.isRecord())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !events.contains(type.getName()))
                        .filter(type -> type.getDirectDependenciesToSelf().stream()
                                .noneMatch(dependency ->
                                        dependency.getOriginClass().isRecord())))
                .as("the model holds the contract and no more: a record of one service belongs there")
                .isEmpty();
    }
}
