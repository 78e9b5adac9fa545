package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.r;

import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;

/**
 * An address that is a register plus a constant, before or after the register is written back. @arm A4.6.4
 *
 * @param offset the constant, unsigned
 * @param index whether the access is at register plus constant, else at the register
 * @param add whether the constant is added, else subtracted
 * @param wback whether the sum is written back to the register
 */
public record IndexedAddress(int n, int offset, boolean index, boolean add, boolean wback) {

    /** {@code [Rn, #offset]}. */
    public static IndexedAddress of(int n, int offset) {
        return new IndexedAddress(n, offset, true, true, false);
    }

    /** The forms with 8 bits of offset: fields {@code n i P U W}. */
    public static IndexedAddress ofPuw(Fields f, int scale) {
        return new IndexedAddress(f.get('n'), f.get('i') * scale, f.flag('P'), f.flag('U'), f.flag('W'));
    }

    /** {@code offset_addr}. */
    public int offsetAddress(CortexM cpu) {
        return add ? cpu.r(n) + offset : cpu.r(n) - offset;
    }

    /** {@code address}. */
    public int address(CortexM cpu) {
        return index ? offsetAddress(cpu) : cpu.r(n);
    }

    /** {@code if wback then R[n] = offset_addr}. */
    public void writeBack(CortexM cpu) {
        if (wback) {
            cpu.setR(n, offsetAddress(cpu));
        }
    }

    /** What using it reads and changes. */
    public Effects effects() {
        return wback ? Effects.NONE.reading(n).writing(n) : Effects.NONE.reading(n);
    }

    /** The operand, such as {@code [r1, #4]!}. */
    public String text() {
        String constant = "#" + (add ? "" : "-") + offset;
        if (!index) {
            return "[" + r(n) + "], " + constant;
        }
        return offset == 0 && add && !wback ? "[" + r(n) + "]" : "[" + r(n) + ", " + constant + (wback ? "]!" : "]");
    }
}
