package ringside.cpu.armv7m.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.view.DisassemblyView;

/**
 * LLVM's disassembler agrees on which instructions exist, and on their text, but for the differences below.
 *
 * <ul>
 *   <li>What is UNPREDICTABLE, LLVM may show, show with a warning, or reject; and we mark everything that it warns of.
 *   <li>LLVM shows the offset of a branch and of ADR; we show the address.
 *   <li>LLVM does not know unallocated memory hints, and takes those of halfwords near the PC for PLD.
 *   <li>LLVM gives the coprocessors 10 and 11 to the floating-point extension, and warns of LDRD and STRD that write
 *       back SP, as later architectures do.
 *   <li>LLVM warns of BKPT and UDF in an IT block; the manual does not.
 *   <li>LLVM has names for hints and barrier options of later architectures, two UDF, PUSH and POP of one register,
 *       and ADR with an offset of minus zero.
 * </ul>
 */
@Tag("oracle")
class DisassemblyOracleTest {
    private static final int PER_WIDE_ENCODING = 5_000;
    private static final int RANDOM_WIDE = 1_000_000;
    private static final int CHUNK = 200_000;
    private static final long SEED = 403;

    private final ThumbInstructionDecoder decoder = new ThumbInstructionDecoder();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    @Test
    void allHalfwords() {
        compare(IntStream.range(0, 0b11101 << 11).boxed().toList(), 0);
        report("16-bit instructions");
    }

    @Test
    void allHalfwordsInAnItBlock() {
        compare(IntStream.range(0, 0b11101 << 11).boxed().toList(), IT_EQ);
        report("16-bit instructions in an IT block");
    }

    @Test
    void manyOfEachWideEncoding() {
        chunks(this::ofEachEncoding, 0);
        report("32-bit instructions of all encodings, seed " + SEED);
    }

    @Test
    void manyOfEachWideEncodingInAnItBlock() {
        chunks(this::ofEachEncoding, IT_EQ);
        report("32-bit instructions of all encodings in an IT block, seed " + SEED);
    }

    @Test
    void randomWideInstructions() {
        Random random = new Random(SEED);
        chunks(
                each -> IntStream.range(0, RANDOM_WIDE)
                        .map(i -> 0xE800 + random.nextInt(0x1800) << 16 | random.nextInt(0x1_0000))
                        .forEach(each),
                0);
        report("random 32-bit instructions, seed " + SEED);
    }

    /** ITSTATE of the one instruction after {@code it eq}. */
    private static final int IT_EQ = 0b0000_1000;

    private void ofEachEncoding(IntConsumer each) {
        Random random = new Random(SEED);
        for (Encoding encoding : ThumbTable.cortexM3().encodings()) {
            if (encoding.sizeInBytes() == 4) {
                for (int i = 0; i < PER_WIDE_ENCODING; i++) {
                    int bits = random.nextInt() & ~encoding.mask() | encoding.value();
                    each.accept(random.nextInt(10) == 0 ? bits : encoding.withShould(bits));
                }
            }
        }
    }

    private void chunks(java.util.function.Consumer<IntConsumer> source, int itState) {
        List<Integer> chunk = new ArrayList<>();
        source.accept(instruction -> {
            chunk.add(instruction);
            if (chunk.size() == CHUNK) {
                compare(chunk, itState);
                chunk.clear();
            }
        });
        compare(chunk, itState);
    }

    private void compare(List<Integer> instructions, int itState) {
        List<DisassemblyView.Line> ours = instructions.stream()
                .map(i -> i >>> 16 == 0
                        ? decoder.disassemble(0, i, 0, itState)
                        : decoder.disassemble(0, i >>> 16, i & 0xFFFF, itState))
                .toList();
        List<LlvmDisassembler.Line> theirs = LlvmDisassembler.disassemble(
                ours.stream().map(DisassemblyView.Line::bytes).toList(), itState != 0);
        for (int i = 0; i < ours.size(); i++) {
            compared++;
            if (!Agreement.holds(ours.get(i), theirs.get(i))) {
                differences.add(ours.get(i) + " but LLVM " + theirs.get(i));
            }
        }
    }

    private void report(String what) {
        System.out.println("compared with LLVM: " + compared + " " + what + ", " + differences.size() + " differences");
        assertTrue(compared > 50_000, "too few were compared");
        assertTrue(
                differences.isEmpty(),
                () -> differences.size() + " differences, first:\n"
                        + differences.stream().limit(40).collect(Collectors.joining("\n")));
    }
}
