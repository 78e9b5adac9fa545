package ringside.cpu.armv7m.decode;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.bits.BitOperations;
import ringside.cpu.armv7m.insn.branch.Branches;
import ringside.cpu.armv7m.insn.coprocessor.Coprocessors;
import ringside.cpu.armv7m.insn.data.DataProcessing;
import ringside.cpu.armv7m.insn.exclusive.Exclusives;
import ringside.cpu.armv7m.insn.load.Loads;
import ringside.cpu.armv7m.insn.multiple.Multiples;
import ringside.cpu.armv7m.insn.multiply.Multiplies;
import ringside.cpu.armv7m.insn.shift.Shifts;
import ringside.cpu.armv7m.insn.store.Stores;
import ringside.cpu.armv7m.insn.system.SystemInstructions;

/**
 * All encodings of a Cortex-M3 in one table, looked up by the first halfword.
 *
 * <p>Where encodings overlap, the one that another {@linkplain Encoding#sees sees} comes before it; so the first match
 * is the right one.
 */
final class ThumbTable {
    private static final int FIRST_WIDE = 0b11101 << 11;
    private static final Encoding[] NONE = {};

    private final List<Encoding> encodings;
    /** The one encoding of each 16-bit instruction. */
    private final Encoding[] narrow = new Encoding[FIRST_WIDE];
    /** The possible encodings of a 32-bit instruction, by its first halfword, in the order to try them. */
    private final Encoding[][] wide = new Encoding[0x1_0000 - FIRST_WIDE][];

    /** The table of these encodings. */
    ThumbTable(List<Encoding> unordered) {
        encodings = specialFirst(unordered);
        Arrays.fill(wide, NONE);
        for (Encoding encoding : encodings) {
            enter(encoding);
        }
    }

    /** The table of a Cortex-M3. */
    static ThumbTable cortexM3() {
        return new ThumbTable(Stream.of(
                        DataProcessing.ENCODINGS,
                        Shifts.ENCODINGS,
                        Multiplies.ENCODINGS,
                        BitOperations.ENCODINGS,
                        Branches.ENCODINGS,
                        SystemInstructions.ENCODINGS,
                        Loads.ENCODINGS,
                        Stores.ENCODINGS,
                        Multiples.ENCODINGS,
                        Exclusives.ENCODINGS,
                        Coprocessors.ENCODINGS)
                .flatMap(List::stream)
                .toList());
    }

    /** All encodings, special ones before general ones. */
    List<Encoding> encodings() {
        return encodings;
    }

    /** The encoding of an instruction, or null if it is UNDEFINED. */
    Encoding find(int first, int second) {
        if (first < FIRST_WIDE) {
            return narrow[first];
        }
        int instruction = first << 16 | second;
        for (Encoding encoding : wide[first - FIRST_WIDE]) {
            if (encoding.matches(instruction)) {
                return encoding;
            }
        }
        return null;
    }

    /** Depth first: before an encoding come all that it sees. */
    private static List<Encoding> specialFirst(List<Encoding> unordered) {
        Set<Encoding> ordered = new LinkedHashSet<>();
        for (Encoding encoding : unordered) {
            addAfterSpecial(encoding, unordered, ordered, unordered.size());
        }
        return List.copyOf(ordered);
    }

    private static void addAfterSpecial(Encoding encoding, List<Encoding> all, Set<Encoding> ordered, int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("encodings see each other: " + encoding);
        }
        for (Encoding other : all) {
            if (other != encoding && encoding.sees(other) && !ordered.contains(other)) {
                addAfterSpecial(other, all, ordered, depth - 1);
            }
        }
        ordered.add(encoding);
    }

    /** Enters an encoding for each first halfword that it may begin with. */
    private void enter(Encoding encoding) {
        int shift = encoding.sizeInBytes() == 4 ? 16 : 0;
        int value = encoding.value() >>> shift;
        int free = ~(encoding.mask() >>> shift) & 0xFFFF;
        int choice = 0;
        do {
            int first = value | choice;
            if (shift == 0) {
                narrow[first] = narrow[first] == null ? encoding : narrow[first];
            } else {
                Encoding[] candidates = wide[first - FIRST_WIDE];
                wide[first - FIRST_WIDE] = Arrays.copyOf(candidates, candidates.length + 1);
                wide[first - FIRST_WIDE][candidates.length] = encoding;
            }
            choice = choice - free & free;
        } while (choice != 0);
    }
}
