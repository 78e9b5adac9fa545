package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of thousands of random instructions on QEMU and on our processor: registers, flags, ITSTATE, exceptions with
 * their fault status, and memory must be the same.
 *
 * <p>System properties: {@code oracle.cases} (220,000) and {@code oracle.seed}.
 */
@Tag("oracle")
class InstructionOracleTest {
    private static final int CASES = Integer.getInteger("oracle.cases", 220_000);
    private static final long SEED = Long.getLong("oracle.seed", 20261122L);

    private static final int BATCH = 256;
    private static final int CODE = 0x8000;
    private static final int SLOT = 32;
    private static final int HANDLER = 0x400;
    private static final int VECTORS = 48;
    private static final int FAULT_STATUS = 0xE000_ED28;
    private static final int FAULT_STATUS_SIZE = 20;
    private static final int WINDOW = InstructionCases.DATA - 0x2000;
    private static final int WINDOW_SIZE = InstructionCases.STACK + 0x2000 - WINDOW;
    private static final int MOST_REPORTED = 60;

    /** Clears CFSR and HFSR by writing back what they hold, and returns from the exception. */
    private static final String HANDLER_CODE =
            "0348" + "0168" + "0160" + "4168" + "4160" + "7047" + "0000" + "0000" + "28ed00e0";

    private final Ours ours = new Ours();
    private final Random filler = new Random(SEED);
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> known = new TreeMap<>();
    private final QemuDifferences expectedDifferences = QemuDifferences.read("qemu-differences.txt");
    private int different;
    private int exceptions;

    @Test
    void everyInstructionDoesTheSameOnQemu() {
        InstructionCases cases = new InstructionCases(SEED);
        long start = System.nanoTime();
        try (QemuGdb qemu = QemuGdb.start()) {
            prepareMemory(qemu);
            for (int done = 0; done < CASES; done += BATCH) {
                runBatch(qemu, cases);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "seed %d: %d cases over %d forms in %.0f s, %d exceptions, %d UNPREDICTABLE passed over, known differences %s%n",
                SEED, CASES, cases.covered().size(), seconds, exceptions, cases.unpredictable(), known);
        assertEquals(0, different, () -> different + " differ:\n" + String.join("\n", differences));
        assertTrue(cases.covered().containsAll(cases.forms()), "forms without a case: " + missing(cases));
    }

    private static List<String> missing(InstructionCases cases) {
        return cases.forms().stream()
                .filter(form -> !cases.covered().contains(form))
                .toList();
    }

    private void prepareMemory(QemuGdb qemu) {
        byte[] vectors = new byte[4 * VECTORS];
        for (int i = 0; i < VECTORS; i++) {
            vectors[4 * i] = (byte) (HANDLER | 1);
            vectors[4 * i + 1] = (byte) (HANDLER >>> 8);
        }
        byte[] data = new byte[WINDOW_SIZE];
        filler.nextBytes(data);
        write(qemu, 0, vectors);
        write(qemu, HANDLER, HexFormat.of().parseHex(HANDLER_CODE));
        write(qemu, WINDOW, data);
    }

    private void write(QemuGdb qemu, int address, byte[] bytes) {
        qemu.write(address, bytes);
        ours.write(address, bytes);
    }

    private void runBatch(QemuGdb qemu, InstructionCases source) {
        byte[] code = new byte[BATCH * SLOT];
        for (int i = 0; i < code.length; i += 2) {
            code[i + 1] = (byte) 0xBF;
        }
        List<OracleCase> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            OracleCase next = source.next(CODE + i * SLOT);
            batch.add(next);
            System.arraycopy(next.code(), 0, code, i * SLOT, next.code().length);
        }
        write(qemu, CODE, code);
        for (OracleCase one : batch) {
            runCase(qemu, one);
        }
        compareMemory(qemu);
    }

    private void runCase(QemuGdb qemu, OracleCase one) {
        int[] theirs = qemu.run(one.registers(), one.steps());
        int[] mine = ours.run(one.registers(), one.steps());
        StringBuilder difference = new StringBuilder();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i] != theirs[i]) {
                difference.append(i < 16 ? " r" + i : " xpsr");
                difference.append(" qemu ").append(Integer.toHexString(theirs[i]));
                difference.append(" ours ").append(Integer.toHexString(mine[i]));
            }
        }
        if (isHandler(theirs) && isHandler(mine)) {
            exceptions++;
            byte[] theirStatus = qemu.read(FAULT_STATUS, FAULT_STATUS_SIZE);
            byte[] myStatus = ours.read(FAULT_STATUS, FAULT_STATUS_SIZE);
            if (isDifferent(theirStatus, myStatus)) {
                difference.append(" fault status qemu ").append(HexFormat.of().formatHex(theirStatus));
                difference.append(" ours ").append(HexFormat.of().formatHex(myStatus));
            }
        }
        leaveHandler(qemu, theirs, mine);
        if (!difference.isEmpty()) {
            report(one, difference.toString());
            ours.write(WINDOW, qemu.read(WINDOW, WINDOW_SIZE));
        }
    }

    /** CFSR and HFSR differ, or a fault address that both call valid. */
    private static boolean isDifferent(byte[] theirs, byte[] mine) {
        boolean sameStatus = Arrays.equals(theirs, 0, 8, mine, 0, 8);
        boolean sameMmfar = (theirs[0] & 0x80) == 0 || Arrays.equals(theirs, 12, 16, mine, 12, 16);
        boolean sameBfar = (theirs[1] & 0x80) == 0 || Arrays.equals(theirs, 16, 20, mine, 16, 20);
        return !sameStatus || !sameMmfar || !sameBfar;
    }

    private void report(OracleCase one, String difference) {
        String reason = expectedDifferences.reasonFor(one.form(), HexFormat.of().formatHex(one.code()) + difference);
        if (reason != null) {
            known.merge(one.form() + " (" + reason + ")", 1, Integer::sum);
            return;
        }
        different++;
        if (differences.size() < MOST_REPORTED) {
            differences.add(ours.disassemble(one.pc()) + " | " + one + "\n   " + difference);
        }
    }

    private static boolean isHandler(int[] registers) {
        return (registers[OracleCase.XPSR] & 0x1FF) != 0;
    }

    private void leaveHandler(QemuGdb qemu, int[] theirs, int[] mine) {
        int[] state = theirs;
        for (int i = 0; isHandler(state); i++) {
            assertTrue(i < 20, "QEMU does not leave the handler");
            qemu.step(1);
            state = qemu.registers();
        }
        state = mine;
        for (int i = 0; isHandler(state); i++) {
            assertTrue(i < 20, "our processor does not leave the handler");
            ours.step(1);
            state = ours.registers();
        }
    }

    private void compareMemory(QemuGdb qemu) {
        byte[] theirs = qemu.read(WINDOW, WINDOW_SIZE);
        byte[] mine = ours.read(WINDOW, WINDOW_SIZE);
        int at = Arrays.mismatch(theirs, mine);
        if (at >= 0) {
            different++;
            differences.add("memory at " + Integer.toHexString(WINDOW + at) + ": qemu "
                    + HexFormat.of().formatHex(theirs, at, Math.min(at + 16, theirs.length)) + " ours "
                    + HexFormat.of().formatHex(mine, at, Math.min(at + 16, mine.length)));
            ours.write(WINDOW, theirs);
        }
    }
}
