package ringside.cpu.armv7m.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings cover the instruction space without doubt: at most one holds for any instruction. @arm A5 */
class DecodeTest {
    private final ThumbTable table = ThumbTable.cortexM3();

    @Test
    void everyHalfwordHasExactlyOneEncodingOrIsUndefined() {
        List<Encoding> narrow =
                table.encodings().stream().filter(e -> e.sizeInBytes() == 2).toList();
        int defined = 0;
        for (int first = 0; first < 0b11101 << 11; first++) {
            Encoding found = table.find(first, 0);
            checkExactlyOne(narrow, found, first);
            defined += found != null ? 1 : 0;
        }
        assertEquals(59_392 - UNDEFINED_HALFWORDS, defined);
    }

    /** 10110110 but for CPS, 10110111, 10111000, 1011101010. @arm A5.2.5 */
    private static final int UNDEFINED_HALFWORDS = (256 - 32) + 256 + 256 + 64;

    @Test
    void wideInstructionsHaveExactlyOneEncodingOrAreUndefined() {
        Random random = new Random(7);
        for (int first = 0b11101 << 11; first <= 0xFFFF; first++) {
            int high = first << 16;
            List<Encoding> candidates = table.encodings().stream()
                    .filter(e -> e.sizeInBytes() == 4 && ((high ^ e.value()) & e.mask() & 0xFFFF_0000) == 0)
                    .toList();
            for (int i = 0; i < 1_000; i++) {
                int second = random.nextInt(0x1_0000);
                checkExactlyOne(candidates, table.find(first, second), high | second);
            }
        }
    }

    /** All matches but the found one are declared as more general. */
    private static void checkExactlyOne(List<Encoding> candidates, Encoding found, int instruction) {
        for (Encoding other : candidates) {
            if (other != found && other.matches(instruction)) {
                assertTrue(
                        found != null && other.sees(found),
                        () -> found + " and " + other + " for " + hexOf(instruction));
            }
        }
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
