package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.r;

import java.util.StringJoiner;
import ringside.cpu.armv7m.CortexM;

/** The registers that one instruction loads or stores, one bit each. The lowest one is at the lowest address. */
public record RegisterList(int bits) {

    /** {@code P:M:'0':register_list} or what of it the fields have. */
    public static RegisterList of(int p, int m, int registers) {
        return new RegisterList(p << 15 | m << 14 | registers);
    }

    /** {@code registers<n> == '1'}. */
    public boolean contains(int n) {
        return (bits >>> n & 1) != 0;
    }

    /** {@code BitCount(registers)}. */
    public int count() {
        return Integer.bitCount(bits);
    }

    /**
     * Loads the registers from an address on, but the base register n last, so that it is intact if there is a fault;
     * writes back the base register; then branches if the PC was among them.
     */
    public void load(CortexM cpu, int n, int address, boolean wback, int newBase) {
        int base = newBase;
        int next = address;
        for (int rest = bits & 0x7FFF; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            int loaded = cpu.memA32(next);
            if (i == n) {
                base = loaded;
            } else {
                cpu.setR(i, loaded);
            }
            next += 4;
        }
        int pc = contains(CortexM.PC) ? cpu.memA32(next) : 0;
        if (wback || contains(n)) {
            cpu.setR(n, base);
        }
        if (contains(CortexM.PC)) {
            cpu.loadWritePc(pc);
        }
    }

    /** Stores the registers from an address on. */
    public void store(CortexM cpu, int address) {
        int next = address;
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            cpu.setMemA32(next, cpu.r(Integer.numberOfTrailingZeros(rest)));
            next += 4;
        }
    }

    /** The operand, such as {@code {r4, r5, lr}}. */
    public String text() {
        StringJoiner names = new StringJoiner(", ", "{", "}");
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            names.add(r(Integer.numberOfTrailingZeros(rest)));
        }
        return names.toString();
    }
}
