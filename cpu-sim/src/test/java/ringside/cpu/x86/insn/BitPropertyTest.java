package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;

/** Instructions on bits beside ones that go through all of them. */
class BitPropertyTest {
    private static final int CASES = 20_000;
    private static final int BASE = 0x8000;

    private final RegisterCase it = new RegisterCase(80386);

    private boolean bit(long value, int n) {
        return n < it.size.bits() && (value >>> n & 1) != 0;
    }

    /** With a register as offset, memory is one string of bits. */
    @Test
    void bitStringsReachInBothDirections() {
        for (int i = 0; i < 3_000; i++) {
            it.next(OperandSize.WORD);
            int operation = it.below(4);
            int offset = it.below(1 << 15) - (1 << 14);
            fillMemory(i);
            BitSet bits = BitSet.valueOf(it.cpu.allMemory());
            int place = BASE * 8 + offset;
            boolean before = bits.get(place);
            it.a = it.a & ~it.size.mask() | offset & it.size.mask();
            it.b = BASE;
            it.execute(it.sized(0x0F, 0xA3 + 8 * operation, 0x03));
            bits.set(place, operation == 0 ? before : operation == 1 || operation == 3 && !before);
            it.expectFlags(Rflags.CF, before ? Rflags.CF : 0);
            assertArrayEquals(
                    bits.toLongArray(), BitSet.valueOf(it.cpu.allMemory()).toLongArray(), it::toString);
        }
    }

    private void fillMemory(int seed) {
        byte[] bytes = new byte[4096 + 16];
        new Random(seed).nextBytes(bytes);
        it.cpu.memory().bus().poke(BASE - 2056, bytes);
    }

    @Test
    void scansAndCountsLookAtEachBit() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.WORD);
            it.b = it.below(8) == 0 ? it.b & ~it.size.mask() : it.b;
            int lowest = -1;
            int highest = -1;
            int ones = 0;
            for (int n = it.size.bits() - 1; n >= 0; n--) {
                if (bit(it.b, n)) {
                    lowest = n;
                    highest = highest < 0 ? n : highest;
                    ones++;
                }
            }
            boolean none = ones == 0;
            expectScan(0xBC, lowest);
            expectScan(0xBD, highest);
            expectCount(0xBC, none ? it.size.bits() : lowest, Rflags.CF | Rflags.ZF, none);
            expectCount(0xBD, it.size.bits() - 1 - highest, Rflags.CF | Rflags.ZF, none);
            expectCount(0xB8, ones, Rflags.STATUS, false);
        }
    }

    private void expectScan(int opcode, int number) {
        it.execute(it.sized(0x0F, opcode, 0xC3));
        it.expectFlags(Rflags.ZF, number < 0 ? Rflags.ZF : 0);
        if (number < 0) {
            assertEquals(it.a, it.cpu.gpr(X86Core.RAX), it::toString);
        } else {
            it.expect(X86Core.RAX, it.a, number);
        }
    }

    private void expectCount(int opcode, int number, int defined, boolean carry) {
        it.execute(RegisterCase.bytes(join(0xF3, it.sized(0x0F, opcode, 0xC3))));
        it.expect(X86Core.RAX, it.a, number);
        it.expectFlags(defined, (number == 0 ? Rflags.ZF : 0) | (carry ? Rflags.CF : 0));
    }

    private static int[] join(int first, byte[] rest) {
        int[] all = new int[rest.length + 1];
        // 66 may stand before or behind F3, REX must stand behind both.
        all[0] = first;
        for (int i = 0; i < rest.length; i++) {
            all[i + 1] = rest[i] & 0xFF;
        }
        return all;
    }

    @Test
    void bytesAreReversedByRegisterAndByMemoryAlike() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            it.c = BASE;
            assertNull(it.tryTo(it.sized(0x0F, 0x38, 0xF1, 0x01)), it::toString);
            assertNull(it.tryTo(it.sized(0x0F, 0x38, 0xF0, 0x11)), it::toString);
            it.expect(X86Core.RDX, it.d, it.a);
            long stored = it.cpu.load(it.size, X86Core.DS, BASE);
            it.execute(it.sized(0x0F, 0xC8));
            it.expect(X86Core.RAX, it.a, stored);
        }
    }

    /** A three-byte VEX prefix that names RBX as the register in vvvv, the opcode, and ModRM for RAX and RCX. */
    private byte[] vex(int prefix, int opcode, int modRm) {
        int w = it.size == OperandSize.QUADWORD ? 0x80 : 0;
        return RegisterCase.bytes(0xC4, 0xE2, w | 0x60 | prefix, opcode, modRm);
    }

    @Test
    void bmi1ComputesWhatItsFormulasSay() {
        int defined = Rflags.CF | Rflags.OF | Rflags.ZF | Rflags.SF;
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            long source = it.c & it.size.mask();
            it.execute(vex(0, 0xF2, 0xC1));
            it.expect(X86Core.RAX, it.a, ~it.b & it.c);
            it.expectFlags(defined, signZero(~it.b & it.c));
            long[] results = {source - 1 & source, source - 1 ^ source, -source & source};
            for (int digit = 1; digit <= 3; digit++) {
                it.execute(vex(0, 0xF3, 0xC1 | digit << 3));
                it.expect(X86Core.RBX, it.b, results[digit - 1]);
                boolean carry = (source == 0) ^ digit == 3;
                it.expectFlags(defined, signZero(results[digit - 1]) | (carry ? Rflags.CF : 0));
            }
        }
    }

    private int signZero(long result) {
        return Rflags.signZeroParity(it.size, result) & (Rflags.SF | Rflags.ZF);
    }

    @Test
    void fieldsAreExtractedAndCleared() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            it.b = it.b & ~0xFFFFL | it.below(300) % 256 | it.below(70) << 8;
            int start = (int) it.b & 0xFF;
            int length = (int) (it.b >>> 8) & 0xFF;
            long field = 0;
            long low = 0;
            for (int n = 0; n < it.size.bits(); n++) {
                field |= n < length && bit(it.c, start + n) ? 1L << n : 0;
                low |= n < start && bit(it.c, n) ? 1L << n : 0;
            }
            it.execute(vex(0, 0xF7, 0xC1));
            it.expect(X86Core.RAX, it.a, field);
            it.expectFlags(Rflags.ZF | Rflags.CF | Rflags.OF, signZero(field));
            it.execute(vex(0, 0xF5, 0xC1));
            it.expect(X86Core.RAX, it.a, low);
            int carry = start > it.size.bits() - 1 ? Rflags.CF : 0;
            it.expectFlags(Rflags.ZF | Rflags.SF | Rflags.CF | Rflags.OF, signZero(low) | carry);
        }
    }

    @Test
    void bitsAreDepositedAndGatheredInOrder() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            long deposited = 0;
            long gathered = 0;
            int k = 0;
            for (int n = 0; n < it.size.bits(); n++) {
                if (bit(it.c, n)) {
                    deposited |= bit(it.b, k) ? 1L << n : 0;
                    gathered |= bit(it.b, n) ? 1L << k : 0;
                    k++;
                }
            }
            it.execute(vex(3, 0xF5, 0xC1));
            it.expect(X86Core.RAX, it.a, deposited);
            it.execute(vex(2, 0xF5, 0xC1));
            it.expect(X86Core.RAX, it.a, gathered);
            it.expectFlags(Rflags.STATUS, it.flagsBefore);
        }
    }

    @Test
    void mulxIsMulWithOtherDestinations() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            it.a = it.d;
            it.execute(it.sized(0xF7, 0xE1));
            long high = it.cpu.gpr(X86Core.RDX);
            long low = it.cpu.gpr(X86Core.RAX);
            it.execute(vex(3, 0xF6, 0xC1));
            it.expect(X86Core.RAX, it.a, high);
            it.expect(X86Core.RBX, it.b, low);
            it.expectFlags(Rflags.STATUS, it.flagsBefore);
        }
    }
}
