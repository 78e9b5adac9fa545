package ringside.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import ringside.cpu.armv7m.ThumbDecoder;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.armv7m.insn.Encoding;

/**
 * Random cases over all encodings of the table, in turn, and some over all bit patterns.
 *
 * <p>Left out: encodings that the manual calls UNPREDICTABLE; instructions that sleep or yield,
 * after which QEMU's step does not stop; and those that change masks,
 * privilege or stack choice, which gdb's registers of QEMU 7.2 do not show ({@code SystemProgramOracleTest} runs them).
 * Base registers point into the data window, so that QEMU's devices are left alone.
 */
final class InstructionCases {
    /** Where base registers point, with room before and after for every offset. */
    static final int DATA = 0x2000_8000;

    static final int DATA_SIZE = 0x8000;
    /** Where stack pointers point. */
    static final int STACK = 0x2002_0000;
    /** Nothing is mapped there on either side. */
    private static final int NOWHERE = 0x5000_0000;

    private static final int CLREX = 0xF3BF_8F2F;
    private static final Set<String> LEFT_OUT = Set.of("WFI", "WFE", "YIELD", "CPS");
    /** Encodings that name the operand twice and are UNPREDICTABLE unless both agree. */
    private static final Set<String> REGISTER_TWICE = Set.of("CLZ T1", "RBIT T1", "REV T2", "REV16 T2", "REVSH T2");

    private static final int[] CURIOUS = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        15,
        16,
        31,
        32,
        33,
        63,
        64,
        127,
        128,
        255,
        256,
        -1,
        -2,
        -3,
        -4,
        -8,
        -31,
        -32,
        -128,
        -256,
        0x7FFF_FFFF,
        0x8000_0000,
        0x8000_0001,
        0x7FFF_FFFE,
        0xFFFF,
        0x8000,
        0x7FFF,
        0x1_0000,
        0xFFFF_0000,
        0xFFFF_8000,
        0x5555_5555,
        0xAAAA_AAAA,
        0x0101_0101,
        0x8080_8080,
        0x00FF_00FF,
        0xF000_000F,
        0x1234_5678,
        0x4000_0000,
        0xC000_0000
    };

    private final Random random;
    private final ThumbInstructionDecoder decoder = new ThumbInstructionDecoder();
    private final List<Encoding> encodings = ThumbInstructionDecoder.encodings();
    private final Set<String> covered = new TreeSet<>();
    private int turn;
    private long unpredictable;

    InstructionCases(long seed) {
        random = new Random(seed);
    }

    /** The encodings that cases have been made of. */
    Set<String> covered() {
        return covered;
    }

    /** The encodings that cases are made of. */
    Set<String> forms() {
        Set<String> all = new TreeSet<>();
        for (Encoding encoding : encodings) {
            if (!isLeftOut(encoding)) {
                all.add(encoding.name());
            }
        }
        return all;
    }

    /** How many bit patterns were passed over because they are UNPREDICTABLE. */
    long unpredictable() {
        return unpredictable;
    }

    private static boolean isLeftOut(Encoding encoding) {
        return LEFT_OUT.contains(encoding.name().split(" ")[0]);
    }

    /** The next case, whose first instruction will lie at the address. */
    OracleCase next(int address) {
        while (true) {
            boolean anything = random.nextInt(12) == 0;
            int instruction = anything ? anyBits() : bitsOf(encodings.get(turn++ % encodings.size()));
            Encoding encoding = find(instruction);
            int itState = random.nextInt(4) == 0 ? anyItState() : 0;
            if (encoding != null && (isLeftOut(encoding) || isHiddenEffect(encoding, instruction))) {
                continue;
            }
            boolean wide = isWide(instruction);
            String note = wide
                    ? decoder.decode(instruction >>> 16, instruction & 0xFFFF, itState)
                            .note()
                    : decoder.decode(instruction, 0, itState).note();
            if (note.startsWith("UNPREDICTABLE")) {
                unpredictable++;
                continue;
            }
            if (encoding != null && isMemory(encoding.name()) && hasOneRegisterTwice(encoding, instruction)) {
                continue;
            }
            String form = encoding == null ? "UNDEFINED" : encoding.name();
            covered.add(form);
            return make(form, encoding, instruction, itState, address);
        }
    }

    private OracleCase make(String form, Encoding encoding, int instruction, int itState, int address) {
        int[] registers = registers(encoding, instruction);
        registers[13] = STACK + (random.nextInt(0x400) & ~3);
        registers[OracleCase.PC] = address;
        registers[OracleCase.XPSR] =
                random.nextInt() & 0xF800_0000 | 0x0100_0000 | (itState & 3) << 25 | itState >>> 2 << 10;
        List<Integer> code = new ArrayList<>();
        if (form.startsWith("STREX")) {
            code.add(random.nextBoolean() ? CLREX : matchingLoad(form, instruction));
            registers[OracleCase.XPSR] &= 0xF900_0000;
        }
        code.add(instruction);
        return new OracleCase(form, bytes(code), code.size(), registers);
    }

    /** The LDREX that opens the monitor for a STREX; its result goes to R12 or R11. */
    private static int matchingLoad(String form, int instruction) {
        int n = instruction >>> 16 & 15;
        int t = n == 12 ? 11 : 12;
        int rest = form.startsWith("STREXB")
                ? 0x80 << 16 | 0x0F4F
                : form.startsWith("STREXH") ? 0x80 << 16 | 0x0F5F : 0x0F00;
        return 0xE850_0000 | n << 16 | t << 12 | rest | (form.startsWith("STREX ") ? instruction & 0xFF : 0);
    }

    private static byte[] bytes(List<Integer> code) {
        byte[] all = new byte[code.stream().mapToInt(i -> isWide(i) ? 4 : 2).sum()];
        int at = 0;
        for (int instruction : code) {
            if (isWide(instruction)) {
                all[at++] = (byte) (instruction >>> 16);
                all[at++] = (byte) (instruction >>> 24);
            }
            all[at++] = (byte) instruction;
            all[at++] = (byte) (instruction >>> 8);
        }
        return all;
    }

    private static boolean isWide(int instruction) {
        return instruction >>> 16 != 0 && ThumbDecoder.isWide(instruction >>> 16);
    }

    // ---- instructions ----

    private int anyBits() {
        return random.nextBoolean()
                ? random.nextInt(0xE800)
                : 0xE800_0000 + random.nextInt(0x1800) * 0x1_0000 | random.nextInt(0x1_0000);
    }

    private int bitsOf(Encoding encoding) {
        int free = encoding.sizeInBytes() == 4 ? ~encoding.mask() : ~encoding.mask() & 0xFFFF;
        int bits = encoding.withShould(encoding.value() | random.nextInt() & free);
        if (encoding.name().startsWith("MSR") || encoding.name().startsWith("MRS")) {
            int[] special = {0, 1, 2, 3, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20};
            bits = bits & ~0xFF | special[random.nextInt(special.length)];
        }
        if (REGISTER_TWICE.contains(encoding.name())) {
            bits = bits & ~0xF_0000 | (bits & 0xF) << 16;
        }
        return bits;
    }

    private Encoding find(int instruction) {
        int size = isWide(instruction) ? 4 : 2;
        for (Encoding encoding : encodings) {
            if (encoding.sizeInBytes() == size && encoding.matches(instruction)) {
                return encoding;
            }
        }
        return null;
    }

    /** Writes to the masks and to CONTROL. */
    private static boolean isHiddenEffect(Encoding encoding, int instruction) {
        return encoding.name().startsWith("MSR") && (instruction & 0xFF) >= 16;
    }

    private int anyItState() {
        int condition = random.nextInt(15);
        int[] masks = condition == 14 ? new int[] {8} : new int[] {8, 8, 4, 12, 2, 6, 10, 14};
        return condition << 4 | masks[random.nextInt(masks.length)];
    }

    // ---- registers ----

    private int[] registers(Encoding encoding, int instruction) {
        int[] registers = new int[17];
        for (int i = 0; i < 15; i++) {
            registers[i] = anyValue();
        }
        if (encoding != null && isMemory(encoding.name())) {
            setIf(registers, field(encoding, 'm', instruction), random.nextInt(0x200));
            boolean nowhere = random.nextInt(25) == 0;
            int aligned = random.nextInt(10) < 7 ? ~3 : random.nextBoolean() ? ~1 : ~0;
            int base = (nowhere ? NOWHERE : DATA) + (random.nextInt(DATA_SIZE) & aligned);
            setIf(registers, field(encoding, 'n', instruction), base);
        }
        return registers;
    }

    /** Whether base and index are one register: twice the data window's address would be a device. */
    private static boolean hasOneRegisterTwice(Encoding encoding, int instruction) {
        int index = field(encoding, 'm', instruction);
        return index >= 0 && (index == field(encoding, 'n', instruction) || index == 13);
    }

    private static void setIf(int[] registers, int number, int value) {
        if (number >= 0) {
            registers[number] = value;
        }
    }

    private int anyValue() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> CURIOUS[random.nextInt(CURIOUS.length)];
            case 2 -> random.nextInt(64);
            default -> random.nextInt();
        };
    }

    private static boolean isMemory(String form) {
        return form.startsWith("LD") || form.startsWith("ST") || form.startsWith("TB") || form.startsWith("PLD");
    }

    /** The field of a letter in an encoding's pattern, or -1 if it has none. */
    private static int field(Encoding encoding, char letter, int instruction) {
        String text = encoding.toString();
        String pattern = text.substring(text.lastIndexOf(':') + 1).replaceAll("[ ()]", "");
        int value = 0;
        boolean found = false;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == letter) {
                found = true;
                value = value << 1 | instruction >>> pattern.length() - 1 - i & 1;
            }
        }
        return found ? value : -1;
    }
}
