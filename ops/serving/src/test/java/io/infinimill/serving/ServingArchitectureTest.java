package io.infinimill.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ServingArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.infinimill.serving");

    @Test
    void whoMayCallIsDecidedWithoutAFramework() {
        noClasses()
                .that()
                .resideInAPackage("..access")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .and()
                .haveSimpleNameNotContaining("Settings$")
                .and()
                .doNotHaveSimpleName("RequireAccess")
                .and()
                .doNotHaveSimpleName("Oidc")
                .and()
                .doNotHaveSimpleName("Requests")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("what a framework does before and behind a check of access is part of the check")
                .check(CLASSES);
    }

    @Test
    void noServiceIsKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.infinimill.generator..",
                        "io.infinimill.filter..",
                        "io.infinimill.judge..",
                        "io.infinimill.dataset..")
                .because("every service has this, and none has another")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.infinimill.serving.(**)")
                .should()
                .beFreeOfCycles()
                .because("access, problems and measures are read one after the other")
                .check(CLASSES);
    }
}
