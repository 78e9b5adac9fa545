package ringside.cpu.armv7m.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.FlatCortexM;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;

/**
 * Instructions change nothing but what they declare, and what they do depends on nothing else: of each encoding, many
 * instructions are executed on random states, and again with everything different that they do not declare to read.
 */
class EffectsTest {
    private static final long SEED = 77;
    private static final int PER_ENCODING = 300;
    private static final int ADDRESS = 0x2000;
    private static final String FLAGS = "NZCVQ";

    private final Random random = new Random(SEED);
    private final ThumbInstructionDecoder decoder = new ThumbInstructionDecoder();

    @Test
    void declaredEffectsAreAllThereAre() {
        int executed = 0;
        for (Encoding encoding : ThumbInstructionDecoder.encodings()) {
            for (int i = 0; i < PER_ENCODING; i++) {
                int size = encoding.sizeInBytes();
                int free = size == 4 ? random.nextInt() : random.nextInt(0x1_0000);
                int bits = encoding.withShould(free & ~encoding.mask() | encoding.value());
                ThumbInstruction instruction = decoder.decode(size == 4 ? bits >>> 16 : bits, bits & 0xFFFF, 0);
                if (instruction.note().isEmpty()) {
                    check(instruction, size, encoding + " " + Integer.toHexString(bits) + ", seed " + SEED);
                    executed++;
                }
            }
        }
        assertTrue(executed > 50_000, "only " + executed + " instructions executed");
    }

    private void check(ThumbInstruction instruction, int size, String what) {
        Effects effects = instruction.effects();
        int[] registers = random.ints(15).toArray();
        boolean[] flags = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), false
        };
        FlatCortexM one = cpu(registers, flags);
        int next = one.execute(instruction, ADDRESS, size);
        boolean abandoned = next == ADDRESS && !one.asked().isEmpty();
        checkChanges(effects, one, registers, flags, what);
        assertTrue(next == ADDRESS + size || effects.writes(CortexM.PC) || abandoned, what + " branches");
        assertTrue(one.bytesInUse().isEmpty() || effects.stores(), what + " stores");

        int[] others = registers.clone();
        boolean[] otherFlags = flags.clone();
        for (int r = 0; r < 15; r++) {
            others[r] = effects.reads(r) ? registers[r] : random.nextInt();
        }
        for (int f = 0; f < 5; f++) {
            otherFlags[f] = effects.flagsRead().indexOf(FLAGS.charAt(f)) >= 0 ? flags[f] : random.nextBoolean();
        }
        FlatCortexM two = cpu(others, otherFlags);
        assertEquals(next, two.execute(instruction, ADDRESS, size), what);
        assertEquals(one.asked(), two.asked(), what);
        for (int r = 0; r < 15; r++) {
            boolean written = effects.writes(r) && (one.r(r) != start(registers, r) || two.r(r) != start(others, r));
            assertTrue(!written || one.r(r) == two.r(r), what + " reads more than declared for R" + r);
        }
        assertEquals(one.bytesInUse(), two.bytesInUse(), what);
    }

    private static void checkChanges(Effects effects, FlatCortexM cpu, int[] registers, boolean[] flags, String what) {
        for (int r = 0; r < 15; r++) {
            assertTrue(cpu.r(r) == start(registers, r) || effects.writes(r), what + " changes R" + r);
        }
        boolean[] after = {cpu.negative(), cpu.zero(), cpu.carry(), cpu.overflow(), cpu.saturated()};
        for (int f = 0; f < 5; f++) {
            char flag = FLAGS.charAt(f);
            assertTrue(after[f] == flags[f] || effects.flagsWritten().indexOf(flag) >= 0, what + " changes " + flag);
        }
    }

    private static int start(int[] registers, int r) {
        return r == CortexM.SP ? registers[r] & ~3 : registers[r];
    }

    private static FlatCortexM cpu(int[] registers, boolean[] flags) {
        FlatCortexM cpu = new FlatCortexM();
        for (int r = 0; r < 15; r++) {
            cpu.setR(r, registers[r]);
        }
        for (int f = 0; f < 5; f++) {
            cpu.setFlag(FLAGS.toLowerCase(Locale.ROOT).charAt(f), flags[f]);
        }
        return cpu;
    }
}
