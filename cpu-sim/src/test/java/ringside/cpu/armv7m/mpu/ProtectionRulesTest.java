package ringside.cpu.armv7m.mpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.armv7m.mpu.ProtectionDecision.Rule;

/** @arm B3.5 */
class ProtectionRulesTest {
    private static final int ON = 1;
    private static final int ON_WITH_BACKGROUND = 5;

    private static MpuRegion region(int number, long base, int sizeField, int ap, boolean xn, int srd) {
        int rasr = (xn ? 1 << 28 : 0) | ap << 24 | srd << 8 | sizeField << 1 | 1;
        return new MpuRegion(number, (int) base, rasr);
    }

    private static boolean allowed(ProtectionRules rules, long address, AccessKind kind, boolean privileged) {
        return rules.decide((int) address, kind, privileged, false).allowed();
    }

    /** @arm B3.5.9 Table B3-15: what AP permits, in the order privileged read, write, unprivileged read, write. */
    @ParameterizedTest
    @CsvSource({"0, ----", "1, rw--", "2, rwr-", "3, rwrw", "4, ----", "5, r---", "6, r-r-", "7, r-r-"})
    void accessPermissions(int ap, String expected) {
        ProtectionRules rules = new ProtectionRules(List.of(region(0, 0x2000_0000, 11, ap, true, 0)), ON);
        String actual = (allowed(rules, 0x2000_0000, AccessKind.READ, true) ? "r" : "-")
                + (allowed(rules, 0x2000_0000, AccessKind.WRITE, true) ? "w" : "-")
                + (allowed(rules, 0x2000_0000, AccessKind.READ, false) ? "r" : "-")
                + (allowed(rules, 0x2000_0000, AccessKind.WRITE, false) ? "w" : "-");
        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @CsvSource({"3, false, true", "3, true, false", "6, false, true", "0, false, false", "1, false, false"})
    void executingNeedsReadAndNotXn(int ap, boolean xn, boolean expected) {
        ProtectionRules rules = new ProtectionRules(List.of(region(0, 0, 11, ap, xn, 0)), ON);
        assertEquals(expected, allowed(rules, 0, AccessKind.EXECUTE, false));
    }

    @Test
    void theHighestRegionWins() {
        ProtectionRules rules = new ProtectionRules(
                List.of(region(0, 0x2000_0000, 15, 3, true, 0), region(1, 0x2000_1000, 11, 6, true, 0)), ON);
        assertTrue(allowed(rules, 0x2000_0FFF, AccessKind.WRITE, false));
        assertFalse(allowed(rules, 0x2000_1000, AccessKind.WRITE, false));
        assertTrue(allowed(rules, 0x2000_1000, AccessKind.READ, false));
        assertTrue(allowed(rules, 0x2000_2000, AccessKind.WRITE, false));
        ProtectionDecision decision = rules.decide(0x2000_1004, AccessKind.WRITE, false, false);
        assertEquals(Rule.REGION, decision.rule());
        assertEquals(1, decision.region());
        assertEquals(4, decision.faultNumber());
    }

    @Test
    void aDisabledSubregionLetsTheNextRegionDecide() {
        ProtectionRules rules = new ProtectionRules(
                List.of(region(0, 0x2000_0000, 15, 1, true, 0), region(1, 0x2000_0000, 10, 3, true, 0b0000_0100)), ON);
        assertTrue(allowed(rules, 0x2000_01FF, AccessKind.WRITE, false));
        assertFalse(allowed(rules, 0x2000_0200, AccessKind.WRITE, false));
        assertEquals(
                0, rules.decide(0x2000_0200, AccessKind.WRITE, false, false).region());
        assertTrue(allowed(rules, 0x2000_0300, AccessKind.WRITE, false));
        assertEquals(
                3, rules.decide(0x2000_0300, AccessKind.WRITE, false, false).subregion());
    }

    /** @arm B3.5.9: regions of 32, 64 and 128 bytes have no subregions. */
    @ParameterizedTest
    @CsvSource({"4, false", "5, false", "6, false", "7, true", "8, true"})
    void subregionsBeginAt256Bytes(int sizeField, boolean divided) {
        MpuRegion region = region(0, 0x2000_0000, sizeField, 3, true, 0xFF);
        assertEquals(divided, region.hasSubregions());
        assertEquals(!divided, region.matches(0x2000_0000));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void tooSmallSizesMatchNothing(int sizeField) {
        MpuRegion region = region(0, 0x2000_0000, sizeField, 3, true, 0);
        assertFalse(region.hasValidSize());
        assertFalse(region.matches(0x2000_0000));
        assertEquals(0, region.sizeInBytes());
    }

    @Test
    void theLargestRegionIsEverything() {
        MpuRegion region = region(0, 0x1234_5660, 31, 3, true, 0);
        assertEquals(1L << 32, region.sizeInBytes());
        assertEquals(0, region.base());
        assertEquals(-1, region.last());
        assertTrue(region.matches(0xDFFF_FFFF));
        assertFalse(region.isBaseAligned());
    }

    @ParameterizedTest
    @CsvSource({
        "5, true,  READ,    PRIVILEGED_BACKGROUND, true",
        "5, false, READ,    NO_REGION,             false",
        "1, true,  READ,    NO_REGION,             false",
        "0, false, WRITE,   MPU_OFF,               true",
        "2, false, WRITE,   MPU_OFF,               true"
    })
    void withoutARegionTheControlRegisterDecides(
            int control, boolean privileged, AccessKind kind, Rule rule, boolean allowed) {
        ProtectionDecision decision =
                new ProtectionRules(List.of(), control).decide(0x2000_0000, kind, privileged, false);
        assertEquals(rule, decision.rule());
        assertEquals(allowed, decision.allowed());
    }

    /** @arm B3.1 Table B3-1: the default map never executes from peripherals and devices. */
    @ParameterizedTest
    @CsvSource({
        "00000000, true",
        "20000000, true",
        "40000000, false",
        "60000000, true",
        "80000000, true",
        "a0000000, false",
        "c0000000, false",
        "e0000000, false",
        "e0100000, false",
        "ffffffff, false"
    })
    void defaultMapExecutes(String address, boolean expected) {
        ProtectionRules off = new ProtectionRules(List.of(), 0);
        assertEquals(expected, allowed(off, Long.parseLong(address, 16), AccessKind.EXECUTE, true));
    }

    @Test
    void aRegionMayMakePeripheralSpaceExecutableButNeverSystemSpace() {
        ProtectionRules rules = new ProtectionRules(List.of(region(0, 0, 31, 3, false, 0)), ON);
        assertTrue(allowed(rules, 0x4000_0000, AccessKind.EXECUTE, true));
        assertFalse(allowed(rules, 0xE010_0000, AccessKind.EXECUTE, true));
        assertTrue(allowed(rules, 0xE010_0000, AccessKind.WRITE, false));
    }

    @Test
    void privatePeripheralsAreForPrivilegedCodeWhateverTheRegionsSay() {
        ProtectionRules rules = new ProtectionRules(List.of(region(0, 0xE000_0000L, 28, 3, true, 0)), ON);
        assertFalse(allowed(rules, 0xE000_ED00, AccessKind.READ, false));
        assertEquals(5, rules.decide(0xE000_ED00, AccessKind.READ, false, false).faultNumber());
        ProtectionRules none = new ProtectionRules(List.of(region(0, 0xE000_0000L, 28, 0, true, 0)), ON);
        assertTrue(allowed(none, 0xE000_ED00, AccessKind.WRITE, true));
    }

    @ParameterizedTest
    @CsvSource({"1, true, NEGATIVE_PRIORITY", "3, false, NO_REGION", "7, true, PRIVILEGED_BACKGROUND"})
    void negativePriorityGoesPastTheMpuUnlessHfnmiena(int control, boolean allowed, Rule rule) {
        ProtectionDecision decision =
                new ProtectionRules(List.of(), control).decide(0x2000_0000, AccessKind.WRITE, true, true);
        assertEquals(allowed, decision.allowed());
        assertEquals(rule, decision.rule());
    }

    /** The processor remembers one answer for 256 bytes where isUniform says so: check it against every address. */
    @Test
    void uniformBlocksHaveOneAnswer() {
        long seed = 20_260_101;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int uniform = 0;
        for (int round = 0; round < 300; round++) {
            List<MpuRegion> regions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int base = 0x2000_0000 + random.nextInt(0x1000) & ~0x1F;
                int rasr = random.nextInt() & 0x173F_FFC1 | random.nextInt(12) << 1;
                regions.add(new MpuRegion(i, base, rasr));
            }
            ProtectionRules rules = new ProtectionRules(regions, ON_WITH_BACKGROUND);
            int block = 0x2000_0000 + 0x100 * random.nextInt(16);
            if (rules.isUniform(block, 0x100)) {
                uniform++;
                for (AccessKind kind : AccessKind.values()) {
                    boolean first = allowed(rules, block, kind, false);
                    for (int i = 1; i < 0x100; i++) {
                        assertEquals(first, allowed(rules, block + i, kind, false), kind + " in round " + round);
                    }
                }
            }
        }
        assertTrue(uniform > 50, "only " + uniform + " blocks were uniform");
    }
}
