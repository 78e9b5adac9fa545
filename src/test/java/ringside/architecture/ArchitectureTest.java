package ringside.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom: the rules of the house, checked on the compiled classes. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ringside");

    @Test
    void thereAreClassesToCheck() {
        assertFalse(PROGRAM.isEmpty());
    }

    @Test
    void onlyPanesAndTheAppKnowJavaFx() {
        noClasses()
                .that()
                .resideInAnyPackage("ringside.cpu..", "ringside.kernels..", "ringside.lessons..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .check(PROGRAM);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("ringside.(**)").should().beFreeOfCycles().check(PROGRAM);
    }
}
