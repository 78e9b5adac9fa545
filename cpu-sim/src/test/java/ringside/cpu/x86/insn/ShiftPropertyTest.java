package ringside.cpu.x86.insn;

import org.junit.jupiter.api.Test;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;

/** Shifts and rotations beside ones that move a single place at a time, as the manual's operation sections do. */
class ShiftPropertyTest {
    private static final int CASES = 20_000;
    private static final int ROL = 0;
    private static final int ROR = 1;
    private static final int RCL = 2;
    private static final int RCR = 3;
    private static final int SHR = 5;
    private static final int SAR = 7;
    private static final int SIGN_ZERO_PARITY = Rflags.SF | Rflags.ZF | Rflags.PF;

    private final RegisterCase it = new RegisterCase(80186);
    private long value;
    private boolean carry;

    private boolean lowest() {
        return (value & 1) != 0;
    }

    private boolean highest() {
        return it.size.isNegative(value);
    }

    private void moveLeft(boolean in) {
        carry = highest();
        value = (value << 1 | (in ? 1 : 0)) & it.size.mask();
    }

    private void moveRight(boolean in) {
        carry = lowest();
        value = value >>> 1 | (in ? it.size.signBit() : 0);
    }

    private void step(int operation) {
        switch (operation) {
            case ROL -> moveLeft(highest());
            case ROR -> moveRight(lowest());
            case RCL -> moveLeft(carry);
            case RCR -> moveRight(carry);
            case SHR -> moveRight(false);
            case SAR -> moveRight(highest());
            default -> moveLeft(false);
        }
    }

    private void begin() {
        value = it.a & it.size.mask();
        carry = it.flagBefore(Rflags.CF);
    }

    private int count() {
        return (int) it.c & (it.size == OperandSize.QUADWORD ? 63 : 31);
    }

    private int carryFlag() {
        return carry ? Rflags.CF : 0;
    }

    private boolean overflowsAfterOne(int operation) {
        boolean second = (value & it.size.signBit() >>> 1) != 0;
        boolean isLeft = operation == ROL || operation == RCL || operation == 4 || operation == 6;
        return operation == SHR
                ? it.size.isNegative(it.a)
                : operation == SAR ? false : highest() ^ (isLeft ? carry : second);
    }

    @Test
    void shiftsMoveOnePlaceAtATime() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.BYTE);
            int operation = it.below(8);
            boolean inCl = it.below(2) == 0;
            byte[] code = inCl
                    ? it.sized(0xD3, 0xC0 | operation << 3)
                    : it.sized(0xC1, 0xC0 | operation << 3, (int) it.c & 0xFF);
            it.execute(code);
            begin();
            for (int n = count(); n > 0; n--) {
                step(operation);
            }
            it.expect(X86Core.RAX, it.a, value);
            expectFlags(operation);
        }
    }

    private void expectFlags(int operation) {
        if (count() == 0) {
            it.expectFlags(Rflags.STATUS, it.flagsBefore);
            return;
        }
        boolean isRotation = operation <= RCR;
        if (isRotation) {
            it.expectFlags(SIGN_ZERO_PARITY | Rflags.AF, it.flagsBefore);
        } else {
            it.expectFlags(SIGN_ZERO_PARITY, Rflags.signZeroParity(it.size, value));
        }
        if (isRotation || operation == SAR || count() < it.size.bits()) {
            it.expectFlags(Rflags.CF, carryFlag());
        }
        if (count() == 1) {
            it.expectFlags(Rflags.OF, overflowsAfterOne(operation) ? Rflags.OF : 0);
        }
    }

    @Test
    void doubleShiftsTakeTheirBitsFromTheOtherRegister() {
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.WORD);
            boolean left = it.below(2) == 0;
            it.execute(it.sized(0x0F, left ? 0xA5 : 0xAD, 0xD8));
            begin();
            if (count() > it.size.bits()) {
                continue;
            }
            long incoming = it.b & it.size.mask();
            for (int n = 0; n < count(); n++) {
                int bit = left ? it.size.bits() - 1 - n : n;
                boolean in = (incoming >>> bit & 1) != 0;
                if (left) {
                    moveLeft(in);
                } else {
                    moveRight(in);
                }
            }
            it.expect(X86Core.RAX, it.a, value);
            if (count() == 0) {
                it.expectFlags(Rflags.STATUS, it.flagsBefore);
            } else {
                int flags = Rflags.signZeroParity(it.size, value) | carryFlag();
                it.expectFlags(SIGN_ZERO_PARITY | Rflags.CF, flags);
            }
            if (count() == 1) {
                boolean signChanged = it.size.isNegative(it.a ^ value);
                it.expectFlags(Rflags.OF, signChanged ? Rflags.OF : 0);
            }
        }
    }

    @Test
    void shiftsOfBmi2ChangeNoFlag() {
        int[] prefixes = {3, 1, 2, 3};
        int[] operations = {SHR, 4, SAR, ROR};
        for (int i = 0; i < CASES; i++) {
            it.next(OperandSize.DOUBLEWORD);
            int which = it.below(4);
            int w = it.size == OperandSize.QUADWORD ? 0x80 : 0;
            it.execute(
                    which == 3
                            ? RegisterCase.bytes(0xC4, 0xE3, w | 0x78 | 3, 0xF0, 0xC3, (int) it.c)
                            : RegisterCase.bytes(0xC4, 0xE2, w | 0x70 | prefixes[which], 0xF7, 0xC3));
            value = it.b & it.size.mask();
            for (int n = count(); n > 0; n--) {
                step(operations[which]);
            }
            it.expect(X86Core.RAX, it.a, value);
            it.expectFlags(Rflags.STATUS, it.flagsBefore);
        }
    }
}
