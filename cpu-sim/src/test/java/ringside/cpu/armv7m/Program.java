package ringside.cpu.armv7m;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes small Thumb programs for tests, halfword by halfword. */
final class Program {
    private record Literal(int at, int register, int value) {}

    private final int base;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Literal> literals = new ArrayList<>();
    private byte[] finished;

    Program(int base) {
        this.base = base;
    }

    int here() {
        return base + bytes.size();
    }

    Program half(int... halfwords) {
        for (int halfword : halfwords) {
            bytes.write(halfword);
            bytes.write(halfword >>> 8);
        }
        return this;
    }

    Program wide(int first, int second) {
        return half(first, second);
    }

    Program movs(int d, int imm8) {
        return half(0x2000 | d << 8 | imm8);
    }

    Program adds(int d, int imm8) {
        return half(0x3000 | d << 8 | imm8);
    }

    /** LDR.W Rd, [PC, #...]: the literal is placed behind the program. */
    Program load(int d, int value) {
        literals.add(new Literal(bytes.size(), d, value));
        return half(0xF8DF, d << 12);
    }

    /** LDR Rt, [Rn, #offset]. */
    Program ldr(int t, int n, int offset) {
        return half(0x6800 | offset / 4 << 6 | n << 3 | t);
    }

    /** STR Rt, [Rn, #offset]. */
    Program str(int t, int n, int offset) {
        return half(0x6000 | offset / 4 << 6 | n << 3 | t);
    }

    /** STRB Rt, [Rn, #offset]. */
    Program strb(int t, int n, int offset) {
        return half(0x7000 | offset << 6 | n << 3 | t);
    }

    /** Writes a word: by way of R6 and R7. */
    Program poke(int address, int value) {
        return load(7, address).load(6, value).str(6, 7, 0);
    }

    Program svc(int immediate) {
        return half(0xDF00 | immediate);
    }

    Program bkpt(int immediate) {
        return half(0xBE00 | immediate);
    }

    Program nop() {
        return half(0xBF00);
    }

    Program wfi() {
        return half(0xBF30);
    }

    Program wfe() {
        return half(0xBF20);
    }

    Program bx(int register) {
        return half(0x4700 | register << 3);
    }

    /** MSR special, Rn. */
    Program msr(int sysm, int n) {
        return half(0xF380 | n, 0x8800 | sysm);
    }

    /** MRS Rd, special. */
    Program mrs(int d, int sysm) {
        return half(0xF3EF, 0x8000 | d << 8 | sysm);
    }

    /** B to an address of this program. */
    Program branch(int target) {
        return half(0xE000 | (target - here() - 4 >> 1) & 0x7FF);
    }

    /** B to itself. */
    Program forever() {
        return half(0xE7FE);
    }

    byte[] toBytes() {
        if (finished == null) {
            if ((bytes.size() & 2) != 0) {
                nop();
            }
            List<int[]> patches = new ArrayList<>();
            for (Literal literal : literals) {
                patches.add(new int[] {literal.at, bytes.size()});
                half(literal.value, literal.value >>> 16);
            }
            finished = bytes.toByteArray();
            for (int[] patch : patches) {
                int offset = base + patch[1] - (base + patch[0] + 4 & ~3);
                finished[patch[0] + 2] |= (byte) offset;
                finished[patch[0] + 3] |= (byte) (offset >>> 8);
            }
        }
        return finished;
    }
}
