package ringside.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who may know whom: the rules of the house, checked on the compiled classes. */
class ArchitectureTest {
    @Test
    void everyModuleIsChecked() {
        for (String module : new String[] {"cpu", "kernels", "lessons", "pane", "app"}) {
            assertTrue(
                    Program.CLASSES.stream()
                            .anyMatch(type -> (type.getPackageName() + ".").startsWith("ringside." + module + ".")),
                    "no classes of ringside." + module);
        }
    }

    @Test
    void onlyPanesAndTheAppKnowJavaFx() {
        noClasses()
                .that()
                .resideInAnyPackage("ringside.cpu..", "ringside.kernels..", "ringside.lessons..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
                .check(Program.CLASSES);
    }

    @Test
    void theSimulatorKnowsNobodyAboveIt() {
        noClasses()
                .that()
                .resideInAPackage("ringside.cpu..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ringside.kernels..", "ringside.lessons..", "ringside.pane..", "ringside.app..")
                .check(Program.CLASSES);
    }

    @Test
    void theTwoProcessorsNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage("ringside.cpu.armv7m..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ringside.cpu.x86..")
                .allowEmptyShould(true)
                .check(Program.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("ringside.cpu.x86..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ringside.cpu.armv7m..")
                .allowEmptyShould(true)
                .check(Program.CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("ringside.(**)").should().beFreeOfCycles().check(Program.CLASSES);
    }

    @Test
    void onlyTheAppStartsThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ringside.app..")
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class).or(assignableTo(Timer.class)))))
                .orShould()
                .dependOnClassesThat(assignableTo(Executor.class)
                        .or(assignableTo(Executors.class))
                        .or(assignableTo(CompletableFuture.class)))
                .check(Program.CLASSES);
    }

    @Test
    void panesNeverHoldALiveMachine() {
        noClasses()
                .that()
                .resideInAPackage("ringside.pane..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("ringside.cpu.bus..", "ringside.cpu.device..", "ringside.cpu.history..")
                                .or(assignableTo("ringside.cpu.machine.Machine")))
                .check(Program.CLASSES);
    }

    @Test
    void modelsOfPanesDrawNothing() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("PaneModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true)
                .check(Program.CLASSES);
    }

    @Test
    void viewsOfTheMachineAreRecords() {
        classes()
                .that()
                .resideInAPackage("ringside.cpu.view..")
                .and()
                .haveSimpleNameEndingWith("View")
                .should()
                .beRecords()
                .orShould()
                .beInterfaces()
                .allowEmptyShould(true)
                .check(Program.CLASSES);
    }

    @Test
    void nothingKeepsMutableStaticState() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideInAnyPackage("ringside.."))
                .should()
                .beFinal()
                .check(Program.CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Data|Info|Impl)")
                .check(Program.CLASSES);
    }
}
