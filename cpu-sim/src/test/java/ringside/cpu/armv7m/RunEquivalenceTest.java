package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopConditions.Watchpoint;
import ringside.cpu.machine.StopReason;

/**
 * One run, many runs, single steps, runs with stops, saved and restored: always the same machine.
 *
 * <p>The programs are random halfwords with a timer, an interrupt and handlers that return, so that faults, escalation
 * and lockup are common.
 */
class RunEquivalenceTest {
    private static final int LENGTH = 3000;

    private static Rig random(long seed) {
        Random random = new Random(seed);
        Rig rig = new Rig();
        Program program = Rig.program();
        program.poke(0xE000_ED24, random.nextInt(8) << 16);
        program.poke(0xE000_E100, -1);
        program.poke(0xE000_ED14, 0x200 | random.nextInt(2) * 0x10);
        program.poke(0xE000_E014, 20 + random.nextInt(300)).poke(0xE000_E010, 7);
        program.poke(0xE000_ED9C, 0x2000_0010).poke(0xE000_EDA0, 0x0300_0001 | 15 << 1 | random.nextInt(256) << 8);
        program.poke(0xE000_ED9C, 0x11)
                .poke(0xE000_EDA0, 0x0300_0001 | 15 << 1)
                .poke(0xE000_ED94, 5 * random.nextInt(2));
        program.load(0, 0x2000_7000).msr(9, 0).movs(0, random.nextInt(4)).msr(20, 0);
        for (int i = 0; i < 8; i++) {
            program.load(i, random.nextInt(3) == 0 ? random.nextInt() : 0x2000_0000 + random.nextInt(0x8000));
        }
        rig.poke(Rig.CODE, program.toBytes());
        int end = Rig.CODE + program.toBytes().length;
        byte[] noise = new byte[0x1000];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i += 2) {
            int kind = random.nextInt(10);
            if (kind < 6) {
                noise[i + 1] = (byte) (random.nextInt(0xB0)); // mostly narrow data processing, loads and stores
            } else if (kind == 6) {
                noise[i + 1] = (byte) 0xDF; // svc
            }
        }
        rig.poke(end, noise);
        // Handlers skip the instruction that faulted, and come back.
        for (int number : new int[] {3, 4, 5, 6}) {
            // tst lr, #4; ite eq; mrseq r0, msp; mrsne r0, psp; ldr r1, [r0, #24]; adds r1, #2; str r1, [r0, #24]; bx
            // lr
            rig.handler(
                    number,
                    p -> p.half(0xF01E, 0x0F04, 0xBF0C, 0xF3EF, 0x8008, 0xF3EF, 0x8009)
                            .ldr(1, 0, 24)
                            .adds(1, 2)
                            .str(1, 0, 24)
                            .bx(14));
        }
        rig.cpu.reset();
        return rig;
    }

    private static String state(Rig rig) {
        return rig.machine.mark() + " " + rig.machine.digest();
    }

    @Test
    void anySplitOfARunGivesTheSameState() {
        long first = 1000;
        System.out.println("seeds from " + first);
        int lockups = 0;
        for (long seed = first; seed < first + 40; seed++) {
            Rig whole = random(seed);
            StopReason reason = whole.run(LENGTH);
            lockups += reason.isFinal() ? 1 : 0;
            Rig steps = random(seed);
            for (int i = 0; i < LENGTH; i++) {
                steps.step();
            }
            assertEquals(state(whole), state(steps), "single steps, seed " + seed);
            Rig parts = random(seed);
            Random random = new Random(seed);
            for (int left = LENGTH; left > 0; ) {
                int part = Math.min(left, 1 + random.nextInt(400));
                parts.run(part);
                left -= part;
            }
            assertEquals(state(whole), state(parts), "parts, seed " + seed);
        }
        assertTrue(lockups < 35, lockups + " of 40 programs died");
    }

    /** The second tier: nearly all code compiled, against none. */
    @Test
    void compiledStretchesDoTheSame() {
        long first = 4000;
        System.out.println("seeds from " + first);
        int compiled = 0;
        for (long seed = first; seed < first + 30; seed++) {
            Rig interpreted = random(seed);
            interpreted.cpu.arrivalsToCompile = Integer.MAX_VALUE;
            Rig hot = random(seed);
            hot.cpu.arrivalsToCompile = 1;
            Random random = new Random(seed);
            for (int left = LENGTH; left > 0; ) {
                int part = Math.min(left, 1 + random.nextInt(500));
                interpreted.run(part);
                hot.run(part);
                assertEquals(state(interpreted), state(hot), "seed " + seed + ", " + left + " left");
                left -= part;
            }
            assertEquals(interpreted.trace.size(), hot.trace.size());
            compiled += hot.cpu.codeCache.compiledCount();
        }
        assertTrue(compiled > 100, "only " + compiled + " stretches were compiled");
    }

    @Test
    void savedAndRestoredItGoesOnTheSame() {
        long first = 2000;
        System.out.println("seeds from " + first);
        for (long seed = first; seed < first + 30; seed++) {
            Rig whole = random(seed);
            whole.run(LENGTH);
            Rig moved = random(seed);
            Random random = new Random(seed);
            for (int left = LENGTH; left > 0; ) {
                int part = Math.min(left, 1 + random.nextInt(300));
                MachineState before = moved.machine.save();
                moved.run(random.nextInt(500));
                moved.machine.restore(before);
                assertEquals(moved.machine.digest(), moved.machine.digest());
                moved.run(part);
                if (random.nextInt(4) == 0) {
                    MachineState now = moved.machine.save();
                    Rig fresh = random(seed);
                    fresh.machine.restore(now);
                    moved = fresh;
                }
                left -= part;
            }
            assertEquals(state(whole), state(moved), "seed " + seed);
        }
    }

    @Test
    void stopsDoNotChangeWhatHappens() {
        long first = 3000;
        System.out.println("seeds from " + first);
        for (long seed = first; seed < first + 20; seed++) {
            Rig whole = random(seed);
            whole.run(LENGTH);
            Rig stopped = random(seed);
            stopped.cpu.arrivalsToCompile = 1;
            Random random = new Random(seed);
            for (int guard = 0; stopped.machine.mark() < LENGTH && guard < 2 * LENGTH; guard++) {
                long[] breakpoints = new long[20];
                for (int i = 0; i < breakpoints.length; i++) {
                    breakpoints[i] = Rig.CODE + 2L * random.nextInt(400);
                }
                long watched = 0x2000_0000L + random.nextInt(0x8000);
                StopConditions stops = new StopConditions(
                        breakpoints, random.nextInt(0x800), List.of(new Watchpoint(watched, 64, true, true)));
                StopReason reason = stopped.machine.run(new RunBudget(LENGTH - stopped.machine.mark(), stops));
                if (reason.isFinal() || reason instanceof StopReason.WaitingForInput) {
                    break;
                }
            }
            assertEquals(state(whole), state(stopped), "seed " + seed);
        }
    }
}
