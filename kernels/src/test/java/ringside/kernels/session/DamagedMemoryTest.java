package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.ImageCatalog;

/** Whatever a guest, or an injected fault, has done to the kernel's structures, each view is read or says why it cannot be. */
final class DamagedMemoryTest {
    private static final long SEED = 5;
    private static final long KERNEL_STATICS = 0x2000_2000L;
    private static final long CONTROL_BLOCK = 0x2001_0C00L;
    private static final List<String> VIEWS = List.of(
            "scheduler", "tasks", "memory-map", "grants", "upcalls", "system-calls", "stack", "disassembly", "source");

    @Test
    void viewsOfDamagedStructuresNeverThrowAnythingElse() {
        Random random = new Random(SEED);
        int[] unreadable = new int[1];
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int boot = 0; boot < 5; boot++) {
                Session session = Session.open(ImageCatalog.open("mini-tock"));
                session.timeline().run(RunBudget.of(100_000 + random.nextInt(400_000)), Cancellation.NEVER);
                for (int round = 0; round < 30; round++) {
                    damage(session, random);
                    for (String view : VIEWS) {
                        unreadable[0] += isReadable(session, view, "seed " + SEED + ", boot " + boot) ? 0 : 1;
                    }
                }
            }
        });
        assertTrue(unreadable[0] > 0, "no damage was ever noticed");
    }

    private static boolean isReadable(Session session, String view, String where) {
        try {
            ViewCatalog.read(session, view);
            return true;
        } catch (UnreadableException e) {
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(view + ", " + where, e);
        }
    }

    private static void damage(Session session, Random random) {
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[random.nextInt(3) == 0 ? 4 : 1];
            random.nextBytes(bytes);
            if (random.nextInt(3) == 0) {
                Arrays.fill(bytes, (byte) 0xFF);
            }
            long base = random.nextInt(3) == 0 ? CONTROL_BLOCK : KERNEL_STATICS;
            session.timeline().machine().bus().poke(base + random.nextInt(0x700), bytes);
        }
    }
}
