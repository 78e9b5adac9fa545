package ringside.cpu.x86.decode;

import ringside.cpu.x86.CodeSource;
import ringside.cpu.x86.X86Fault;

/** Reads the bytes of an instruction in order. @sdm Vol.2A 2.1 */
final class InstructionReader {
    /** Longer instructions raise #GP. @sdm Vol.2A 2.3.11 */
    static final int LONGEST = 15;

    private final CodeSource code;
    private int position;

    InstructionReader(CodeSource code) {
        this.code = code;
    }

    /** How many bytes have been read. */
    int position() {
        return position;
    }

    int peek() {
        return at(position);
    }

    int peekBehind() {
        return at(position + 1);
    }

    private int at(int index) {
        if (index >= LONGEST) {
            throw X86Fault.generalProtection(0);
        }
        return code.byteAt(index);
    }

    /** The next byte, 0 to 255. */
    int next() {
        int value = at(position);
        position++;
        return value;
    }

    /** The next bytes as a number, the lowest first, zero-extended. */
    long unsigned(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << 8 * i;
        }
        return value;
    }

    /** The next bytes as a number, sign-extended. */
    long signed(int bytes) {
        int unused = 64 - 8 * bytes;
        return unsigned(bytes) << unused >> unused;
    }
}
