package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.armv7m.Arithmetic.Shifted;

/** The pseudocode's arithmetic, by the manual's examples and against wider integers. @arm A2.2.1 and A5.3.2 */
class ArithmeticTest {
    private static final long SEED = 1985;
    private static final int CASES = 300_000;
    private static final int[] CORNERS = {
        0, 1, 2, 31, 32, 33, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, -1, -2, 0xFFFF, 0x1_0000
    };

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # x,          y, carryIn |    result, carry, overflow
            7FFFFFFF, 00000000, true,  80000000, false, true
            FFFFFFFF, 00000001, false, 00000000, true,  false
            FFFFFFFF, FFFFFFFF, true,  FFFFFFFF, true,  false
            80000000, 80000000, false, 00000000, true,  true
            00000000, FFFFFFFF, true,  00000000, true,  false
            00000005, FFFFFFFC, true,  00000002, true,  false
            """)
    void carryIsUnsignedAndOverflowIsSigned(
            String x, String y, boolean carryIn, String result, boolean carry, boolean overflow) {
        assertEquals(
                new Arithmetic.Sum(hex(result), carry, overflow), Arithmetic.addWithCarry(hex(x), hex(y), carryIn));
    }

    @Test
    void sumsAreThoseOf64Bits() {
        for (int i = 0; i < CASES; i++) {
            int x = any();
            int y = any();
            boolean carryIn = random.nextBoolean();
            int c = carryIn ? 1 : 0;
            long unsigned = Integer.toUnsignedLong(x) + Integer.toUnsignedLong(y) + c;
            long signed = (long) x + y + c;
            assertEquals(
                    new Arithmetic.Sum((int) unsigned, unsigned >>> 32 != 0, signed != (int) signed),
                    Arithmetic.addWithCarry(x, y, carryIn),
                    () -> Integer.toHexString(x) + " + " + Integer.toHexString(y) + " + " + c + ", seed " + SEED);
        }
    }

    /** The manual defines shifts on a number extended to enough bits. */
    @Test
    void shiftsAreThoseOfWideIntegers() {
        for (int i = 0; i < CASES; i++) {
            int x = any();
            int amount = random.nextInt(256);
            boolean carryIn = random.nextBoolean();
            String what = Integer.toHexString(x) + " by " + amount + ", seed " + SEED;
            BigInteger wide = BigInteger.valueOf(Integer.toUnsignedLong(x));
            BigInteger signed = BigInteger.valueOf(x);
            if (amount == 0) {
                Shifted same = new Shifted(x, carryIn);
                assertEquals(same, Arithmetic.lslC(x, 0, carryIn));
                assertEquals(same, Arithmetic.lsrC(x, 0, carryIn));
                assertEquals(same, Arithmetic.asrC(x, 0, carryIn));
                assertEquals(same, Arithmetic.rorC(x, 0, carryIn));
                continue;
            }
            BigInteger left = wide.shiftLeft(amount);
            assertEquals(new Shifted(left.intValue(), left.testBit(32)), Arithmetic.lslC(x, amount, carryIn), what);
            assertEquals(
                    new Shifted(wide.shiftRight(amount).intValue(), wide.testBit(amount - 1)),
                    Arithmetic.lsrC(x, amount, carryIn),
                    what);
            assertEquals(
                    new Shifted(signed.shiftRight(amount).intValue(), signed.testBit(amount - 1)),
                    Arithmetic.asrC(x, amount, carryIn),
                    what);
            int rotated = x;
            for (int step = 0; step < amount; step++) {
                rotated = rotated >>> 1 | rotated << 31;
            }
            assertEquals(new Shifted(rotated, rotated < 0), Arithmetic.rorC(x, amount, carryIn), what);
        }
    }

    @Test
    void rotationThroughTheCarryMakesA33BitRing() {
        for (int i = 0; i < CASES; i++) {
            int x = any();
            boolean carry = random.nextBoolean();
            Shifted ring = new Shifted(x, carry);
            for (int step = 0; step < 33; step++) {
                ring = Arithmetic.rrxC(ring.result(), ring.carry());
            }
            assertEquals(new Shifted(x, carry), ring);
        }
        assertEquals(new Shifted(0x8000_0000, true), Arithmetic.rrxC(1, true));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # i:imm3:imm8 | constant
            0AB, 000000AB
            1AB, 00AB00AB
            2AB, AB00AB00
            3AB, ABABABAB
            400, 80000000
            47F, FF000000
            480, 40000000
            4FF, 7F800000
            F80, 00000100
            FFF, 000001FE
            """)
    void modifiedImmediatesAreExpanded(String imm12, String constant) {
        assertEquals(hex(constant), Arithmetic.thumbExpandImm(hex(imm12)));
    }

    @Test
    void rotatedImmediatesAreAByteWithItsHighestBitAnywhere() {
        for (int imm12 = 0x400; imm12 <= 0xFFF; imm12++) {
            long byteShifted = (0x80L | imm12 & 0x7F) << 32 - (imm12 >>> 7);
            assertEquals((int) byteShifted, Arithmetic.thumbExpandImm(imm12));
        }
    }

    @Test
    void saturationGivesTheNearestNumber() {
        for (int i = 0; i < CASES; i++) {
            int x = any() >> random.nextInt(32);
            int bits = 1 + random.nextInt(32);
            long low = -(1L << bits - 1);
            long high = (1L << bits - 1) - 1;
            assertEquals(Math.max(low, Math.min(high, x)), Arithmetic.signedSat(x, bits), () -> x + " to " + bits);
            int unsignedBits = bits - 1;
            long highest = (1L << unsignedBits) - 1;
            assertEquals(Math.max(0, Math.min(highest, x)), Arithmetic.unsignedSat(x, unsignedBits));
        }
    }

    @Test
    void signExtensionCopiesTheHighestBit() {
        assertAll(
                () -> assertEquals(-2, Arithmetic.signExtend(0x1FE, 9)),
                () -> assertEquals(0xFE, Arithmetic.signExtend(0x0FE, 9)),
                () -> assertEquals(-1, Arithmetic.signExtend(-1, 32)));
    }

    private int any() {
        return switch (random.nextInt(3)) {
            case 0 -> CORNERS[random.nextInt(CORNERS.length)];
            case 1 -> CORNERS[random.nextInt(CORNERS.length)] + random.nextInt(5) - 2;
            default -> random.nextInt();
        };
    }

    private static int hex(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }
}
