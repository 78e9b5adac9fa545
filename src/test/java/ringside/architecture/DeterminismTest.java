package ringside.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The simulator is a deterministic function of image, board and inputs: what could make two runs differ is not used. */
class DeterminismTest {
    private static GivenClassesConjunction noneOfThem() {
        return noClasses().that().resideInAPackage("ringside.cpu..");
    }

    @Test
    void noThreads() {
        noneOfThem()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, ThreadLocal.class, java.util.Timer.class)
                .orShould()
                .accessTargetWhere(calls("java.util.stream.BaseStream", Set.of("parallel"))
                        .or(calls("java.util.Collection", Set.of("parallelStream"))))
                .check(Program.CLASSES);
    }

    @Test
    void noClock() {
        noneOfThem()
                .should()
                .accessTargetWhere(calls("java.lang.System", Set.of("currentTimeMillis", "nanoTime")))
                .orShould()
                .accessTargetWhere(describe(
                        "reads the time of day",
                        access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                                && access.getName().equals("now")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, java.util.Date.class, java.util.Calendar.class)
                .check(Program.CLASSES);
    }

    @Test
    void noRandomness() {
        noneOfThem()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.Random.class, java.util.SplittableRandom.class, java.security.SecureRandom.class)
                .orShould()
                .accessTargetWhere(
                        calls("java.lang.Math", Set.of("random")).or(calls("java.util.UUID", Set.of("randomUUID"))))
                .check(Program.CLASSES);
    }

    @Test
    void noOrderOfHashes() {
        noneOfThem()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.IdentityHashMap.class)
                .orShould()
                .accessTargetWhere(calls("java.lang.System", Set.of("identityHashCode")))
                .check(Program.CLASSES);
    }

    @Test
    void noStandardStreams() {
        noneOfThem()
                .should()
                .accessTargetWhere(calls("java.lang.System", Set.of("out", "err", "in", "console"))
                        .or(calls("java.lang.Throwable", Set.of("printStackTrace"))))
                .check(Program.CLASSES);
    }

    @Test
    void noLocaleOfTheHost() {
        noneOfThem()
                .should()
                .accessTargetWhere(describe(
                        "formats by the host's locale: pass Locale.ROOT",
                        access -> access.getTargetOwner().isEquivalentTo(String.class)
                                && (access.getName().equals("formatted")
                                        || Set.of("format", "toUpperCase", "toLowerCase")
                                                        .contains(access.getName())
                                                && !takesLocale(access))))
                .orShould()
                .accessTargetWhere(calls("java.util.Locale", Set.of("getDefault")))
                .check(Program.CLASSES);
    }

    private static boolean takesLocale(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("(java.util.Locale");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, Set<String> names) {
        return describe(
                "uses " + owner + "." + names,
                access -> names.contains(access.getName()) && is(access.getTargetOwner(), owner));
    }

    private static boolean is(JavaClass type, String name) {
        return type.getName().equals(name) || type.isAssignableTo(name);
    }
}
