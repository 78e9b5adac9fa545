package ringside.cpu.register;

import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;

/**
 * A device whose registers are declared.
 *
 * <p>It implements only what its registers do. The declaration answers the rest: constants, offsets without a register
 * (read as zero, writes ignored), writes to read-only and reads of write-only registers. A narrow read takes its bytes
 * out of the word; a narrow write writes a word whose other bytes are zero. An access that crosses from one register
 * into the next is refused.
 */
public interface RegisterDevice extends ShownDevice {

    /** Reads a declared register with all effects of reading. */
    int readRegister(int offset);

    /** What {@link #readRegister} would return, without its effects. */
    int peekRegister(int offset);

    /** Writes a declared register that can be written. */
    void writeRegister(int offset, int value);

    @Override
    default int shownValue(Register register) {
        return peek(register.offset(), Width.WORD);
    }

    @Override
    default int load(int offset, Width width) {
        Register register = registers().find(offset);
        int word = register == null ? 0 : isStored(register) ? readRegister(offset & ~3) : fixed(register);
        return narrow(word, offset, width);
    }

    @Override
    default int peek(int offset, Width width) {
        Register register = registers().find(offset);
        int word = register == null ? 0 : isStored(register) ? peekRegister(offset & ~3) : fixed(register);
        return narrow(word, offset, width);
    }

    @Override
    default void store(int offset, Width width, int value) {
        requireInside(offset, width);
        Register register = registers().find(offset);
        if (register != null && register.access() != Access.READ_ONLY && register.access() != Access.CONSTANT) {
            int bits = width.bytes() * 8;
            int bytes = bits == 32 ? value : value & ((1 << bits) - 1);
            writeRegister(offset & ~3, bytes << ((offset & 3) * 8));
        }
    }

    private static boolean isStored(Register register) {
        return register.access() != Access.CONSTANT && register.access() != Access.WRITE_ONLY;
    }

    private static int fixed(Register register) {
        return register.access() == Access.CONSTANT ? register.resetValue() : 0;
    }

    private static int narrow(int word, int offset, Width width) {
        requireInside(offset, width);
        return word >>> ((offset & 3) * 8);
    }

    private static void requireInside(int offset, Width width) {
        if ((offset & 3) + width.bytes() > 4) {
            throw new BusFault(offset);
        }
    }
}
