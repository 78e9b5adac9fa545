package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Arithmetic beside integers without limits. @sdm Vol.1 Appendix A */
class ArithmeticPropertyTest {
    private static final int CASES = 20_000;
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private final RegisterCase it = new RegisterCase(8086);

    private static BigInteger unsigned(long value) {
        return value < 0 ? BigInteger.valueOf(value).add(TWO_64) : BigInteger.valueOf(value);
    }

    private BigInteger signed(long value) {
        return BigInteger.valueOf(it.size.signExtend(value));
    }

    private BigInteger unsignedOfSize(long value) {
        return unsigned(value & it.size.mask());
    }

    private boolean fits(BigInteger value) {
        return value.bitLength() < it.size.bits();
    }

    /** All flags of {@code x op y}, given the exact unsigned and signed results. */
    private int flags(BigInteger unsigned, BigInteger signed, boolean adjust) {
        long result = unsigned.longValue() & it.size.mask();
        boolean carry = unsigned.signum() < 0 || unsigned.bitLength() > it.size.bits();
        return (carry ? Rflags.CF : 0)
                | (fits(signed) ? 0 : Rflags.OF)
                | (adjust ? Rflags.AF : 0)
                | (result == 0 ? Rflags.ZF : 0)
                | (it.size.signExtend(result) < 0 ? Rflags.SF : 0)
                | (Long.bitCount(result & 0xFF) % 2 == 0 ? Rflags.PF : 0);
    }

    private int sumFlags(long x, long y, int carry) {
        BigInteger c = BigInteger.valueOf(carry);
        return flags(
                unsignedOfSize(x).add(unsignedOfSize(y)).add(c),
                signed(x).add(signed(y)).add(c),
                (x & 15) + (y & 15) + carry > 15);
    }

    private int differenceFlags(long x, long y, int borrow) {
        BigInteger c = BigInteger.valueOf(borrow);
        return flags(
                unsignedOfSize(x).subtract(unsignedOfSize(y)).subtract(c),
                signed(x).subtract(signed(y)).subtract(c),
                (x & 15) - (y & 15) - borrow < 0);
    }

    @Test
    void sumsAndDifferencesAreExact() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.BYTE);
            int carry = it.flagBefore(Rflags.CF) ? 1 : 0;
            it.execute(it.sized(0x01, 0xD8));
            it.expect(X86Core.RAX, it.a, it.a + it.b);
            it.expectFlags(Rflags.STATUS, sumFlags(it.a, it.b, 0));
            it.execute(it.sized(0x11, 0xD8));
            it.expect(X86Core.RAX, it.a, it.a + it.b + carry);
            it.expectFlags(Rflags.STATUS, sumFlags(it.a, it.b, carry));
            it.execute(it.sized(0x29, 0xD8));
            it.expect(X86Core.RAX, it.a, it.a - it.b);
            it.expectFlags(Rflags.STATUS, differenceFlags(it.a, it.b, 0));
            it.execute(it.sized(0x19, 0xD8));
            it.expect(X86Core.RAX, it.a, it.a - it.b - carry);
            it.expectFlags(Rflags.STATUS, differenceFlags(it.a, it.b, carry));
            it.execute(it.sized(0x39, 0xD8));
            assertEquals(it.a, it.cpu.gpr(X86Core.RAX), it::toString);
            it.expectFlags(Rflags.STATUS, differenceFlags(it.a, it.b, 0));
        }
    }

    @Test
    void incrementsAndDecrementsLeaveTheCarry() {
        int others = Rflags.STATUS & ~Rflags.CF;
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.BYTE);
            it.execute(it.sized(0xFF, 0xC0));
            it.expect(X86Core.RAX, it.a, it.a + 1);
            it.expectFlags(others, sumFlags(it.a, 1, 0));
            it.expectFlags(Rflags.CF, it.flagsBefore);
            it.execute(it.sized(0xFF, 0xC8));
            it.expect(X86Core.RAX, it.a, it.a - 1);
            it.expectFlags(others, differenceFlags(it.a, 1, 0));
            it.expectFlags(Rflags.CF, it.flagsBefore);
            it.execute(it.sized(0xF7, 0xD8));
            it.expect(X86Core.RAX, it.a, -it.a);
            it.expectFlags(Rflags.STATUS, differenceFlags(0, it.a, 0));
        }
    }

    @Test
    void addWithCarryOrOverflowChangesThatFlagOnly() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            int rex = it.size == OperandSize.QUADWORD ? 0x48 : 0x40;
            for (int prefix : new int[] {0x66, 0xF3}) {
                int flag = prefix == 0x66 ? Rflags.CF : Rflags.OF;
                int carry = it.flagBefore(flag) ? 1 : 0;
                it.execute(RegisterCase.bytes(prefix, rex, 0x0F, 0x38, 0xF6, 0xC3));
                it.expect(X86Core.RAX, it.a, it.a + it.b + carry);
                it.expectFlags(Rflags.STATUS & ~flag, it.flagsBefore);
                boolean carryOut = (sumFlags(it.a, it.b, carry) & Rflags.CF) != 0;
                it.expectFlags(flag, carryOut ? flag : 0);
            }
        }
    }

    /** Both halves of the accumulator: AX for bytes, else rDX with rAX. */
    private void expectAccumulator(BigInteger high, BigInteger low) {
        if (it.size == OperandSize.BYTE) {
            long ax = (high.longValue() & 0xFF) << 8 | low.longValue() & 0xFF;
            assertEquals(it.a & ~0xFFFFL | ax, it.cpu.gpr(X86Core.RAX), it::toString);
            assertEquals(it.d, it.cpu.gpr(X86Core.RDX), it::toString);
        } else {
            it.expect(X86Core.RAX, it.a, low.longValue());
            it.expect(X86Core.RDX, it.d, high.longValue());
        }
    }

    @Test
    void productsAreExact() {
        int overflow = Rflags.CF | Rflags.OF;
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.BYTE);
            BigInteger product = unsignedOfSize(it.a).multiply(unsignedOfSize(it.b));
            it.execute(it.sized(0xF7, 0xE3));
            expectAccumulator(product.shiftRight(it.size.bits()), product);
            it.expectFlags(overflow, product.bitLength() > it.size.bits() ? overflow : 0);
            product = signed(it.a).multiply(signed(it.b));
            it.execute(it.sized(0xF7, 0xEB));
            expectAccumulator(product.shiftRight(it.size.bits()), product);
            it.expectFlags(overflow, fits(product) ? 0 : overflow);
            if (it.size != OperandSize.BYTE) {
                it.execute(it.sized(0x0F, 0xAF, 0xC3));
                it.expect(X86Core.RAX, it.a, product.longValue());
                it.expectFlags(overflow, fits(product) ? 0 : overflow);
                int number = it.below(256);
                product = signed(it.b).multiply(BigInteger.valueOf((byte) number));
                it.execute(it.sized(0x6B, 0xC3, number));
                it.expect(X86Core.RAX, it.a, product.longValue());
                it.expectFlags(overflow, fits(product) ? 0 : overflow);
            }
        }
    }

    private BigInteger dividend() {
        long high = it.size == OperandSize.BYTE ? it.a >> 8 : it.d;
        return unsignedOfSize(high).shiftLeft(it.size.bits()).add(unsignedOfSize(it.a));
    }

    /** Makes quotients that nearly fit more frequent. */
    private void nextDivision() {
        it.next(OperandSize.BYTE);
        if (it.below(2) == 0) {
            long high = it.b - it.below(3) + 1 >> it.below(3);
            if (it.size == OperandSize.BYTE) {
                it.a = it.a & ~0xFF00L | (high & 0xFF) << 8;
            } else {
                it.d = high;
            }
        }
    }

    @Test
    void quotientsAreExactOrFault() {
        int faults = 0;
        for (int i = 0; i < CASES; i++) {
            nextDivision();
            BigInteger dividend = dividend();
            BigInteger divisor = unsignedOfSize(it.b);
            X86Fault fault = it.tryTo(it.sized(0xF7, 0xF3));
            faults += fault == null ? 0 : 1;
            expectQuotient(dividend, divisor, false, fault);
            boolean negative = dividend.testBit(2 * it.size.bits() - 1);
            BigInteger signedDividend =
                    negative ? dividend.subtract(BigInteger.ONE.shiftLeft(2 * it.size.bits())) : dividend;
            fault = it.tryTo(it.sized(0xF7, 0xFB));
            faults += fault == null ? 0 : 1;
            expectQuotient(signedDividend, signed(it.b), true, fault);
        }
        assertEquals(true, faults > CASES / 4 && faults < 2 * CASES, "faults " + faults);
    }

    private void expectQuotient(BigInteger dividend, BigInteger divisor, boolean signed, X86Fault fault) {
        boolean fits = divisor.signum() != 0;
        if (fits) {
            BigInteger quotient = dividend.divide(divisor);
            fits = signed ? fits(quotient) : quotient.bitLength() <= it.size.bits();
        }
        if (fits) {
            assertEquals(null, fault, it::toString);
            expectAccumulator(dividend.remainder(divisor), dividend.divide(divisor));
        } else {
            assertNotNull(fault, it::toString);
            assertEquals(X86Fault.DE, fault.vector(), it::toString);
            assertEquals(it.a, it.cpu.gpr(X86Core.RAX), it::toString);
            assertEquals(it.d, it.cpu.gpr(X86Core.RDX), it::toString);
        }
    }
}
