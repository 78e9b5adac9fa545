package ringside.cpu.armv7m.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.ThumbDecoder;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings cover the instruction space without doubt: at most one holds for any instruction. @arm A5 */
class DecodeTest {
    private final ThumbTable table = ThumbTable.cortexM3();

    @Test
    void everyHalfwordHasExactlyOneEncodingOrIsUndefined() {
        int defined = 0;
        for (int first = 0; first < 0b11101 << 11; first++) {
            defined += checkExactlyOne(first, first, 0) ? 1 : 0;
        }
        assertEquals(59_392 - UNDEFINED_HALFWORDS, defined);
    }

    /** 10110110 but for CPS, 10110111, 10111000, 1011101010. @arm A5.2.5 */
    private static final int UNDEFINED_HALFWORDS = (256 - 32) + 256 + 256 + 64;

    @Test
    void wideInstructionsHaveExactlyOneEncodingOrAreUndefined() {
        Random random = new Random(7);
        for (int first = 0b11101 << 11; first <= 0xFFFF; first++) {
            for (int i = 0; i < 64; i++) {
                int second = random.nextInt(0x1_0000);
                checkExactlyOne(first << 16 | second, first, second);
            }
        }
    }

    /** All matches but the found one are declared as more general. */
    private boolean checkExactlyOne(int instruction, int first, int second) {
        Encoding found = table.find(first, second);
        int sizeInBytes = ThumbDecoder.isWide(first) ? 4 : 2;
        for (Encoding other : table.encodings()) {
            if (other != found && other.sizeInBytes() == sizeInBytes && other.matches(instruction)) {
                assertTrue(
                        found != null && other.sees(found),
                        () -> found + " and " + other + " for " + hexOf(instruction));
            }
        }
        return found != null;
    }

    @Test
    void encodingsOverlapOnlyWhereOneSeesTheOther() {
        List<Encoding> all = table.encodings();
        for (int i = 0; i < all.size(); i++) {
            for (Encoding later : all.subList(i + 1, all.size())) {
                Encoding earlier = all.get(i);
                assertTrue(
                        !earlier.overlaps(later) || later.sees(earlier),
                        () -> earlier + " overlaps " + later + " without a word");
            }
        }
    }

    @Test
    void whatAnEncodingSeesExistsAndOverlapsIt() {
        for (Encoding encoding : table.encodings()) {
            for (String heading : encoding.headingsSeen()) {
                assertTrue(
                        table.encodings().stream().anyMatch(e -> e.name().startsWith(heading) && e.overlaps(encoding)),
                        () -> encoding + " sees " + heading + " in vain");
            }
        }
    }

    @Test
    void namesOfEncodingsAreUnique() {
        Set<String> names = table.encodings().stream().map(Encoding::name).collect(Collectors.toSet());
        assertEquals(table.encodings().size(), names.size());
    }

    private static String hexOf(int instruction) {
        return Integer.toHexString(instruction);
    }
}
