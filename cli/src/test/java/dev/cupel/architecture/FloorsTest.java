package dev.cupel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The house rules that a compiler does not know.
class FloorsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("dev/cupel/testing"))
            .importPackages("dev.cupel");

    @Test
    void imports_only_go_down() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli").definedBy("dev.cupel.cli..")
                .layer("slim").definedBy("dev.cupel.slim..")
                .layer("observe").definedBy("dev.cupel.observe..")
                .layer("inspect").definedBy("dev.cupel.inspect..")
                .layer("lint").definedBy("dev.cupel.lint..")
                .layer("vulnerability").definedBy("dev.cupel.vulnerability..")
                .layer("inventory").definedBy("dev.cupel.inventory..")
                .layer("image").definedBy("dev.cupel.image..")
                .layer("linux").definedBy("dev.cupel.linux..")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("slim").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("observe").mayOnlyBeAccessedByLayers("slim", "cli")
                .whereLayer("inspect").mayOnlyBeAccessedByLayers("slim", "cli")
                .whereLayer("inspect").mayOnlyAccessLayers("inventory", "image")
                .whereLayer("lint").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("vulnerability").mayOnlyBeAccessedByLayers("slim", "cli")
                .whereLayer("vulnerability").mayOnlyAccessLayers("inventory", "image")
                .whereLayer("inventory").mayOnlyBeAccessedByLayers("slim", "inspect", "lint", "vulnerability", "cli")
                .whereLayer("linux").mayOnlyBeAccessedByLayers("observe")
                .whereLayer("image").mayNotAccessAnyLayer()
                .whereLayer("linux").mayNotAccessAnyLayer()
                .check(HOUSE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.cupel.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void only_the_linux_floor_touches_native_memory() {
        noClasses()
                .that().resideOutsideOfPackage("dev.cupel.linux..")
                .should().dependOnClassesThat().resideInAPackage("java.lang.foreign..")
                .check(HOUSE);
    }

    @Test
    void no_name_says_nothing() {
        classes()
                .should().haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Impl)")
                .check(HOUSE);
    }

    @Test
    void statics_hold_no_state() {
        fields().that().areStatic().and().areNotFinal().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should().beFinal()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void every_package_is_null_marked() {
        List<String> unmarked = HOUSE.stream()
                .map(one -> one.getPackage())
                .distinct()
                .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                .map(one -> one.getName())
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
