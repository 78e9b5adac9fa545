package ringside.cpu.x86.decode;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Prefixes;
import ringside.cpu.x86.operand.Address;

/** Reads the address that ModRM, SIB and displacement encode. @sdm Vol.2A 2.1.5, Tables 2-1 to 2-3 */
final class ModRmReader {
    private static final int[] BASES_16 = {
        X86Core.RBX, X86Core.RBX, X86Core.RBP, X86Core.RBP, X86Core.RSI, X86Core.RDI, X86Core.RBP, X86Core.RBX
    };
    private static final int[] INDEXES_16 = {
        X86Core.RSI, X86Core.RDI, X86Core.RSI, X86Core.RDI, X86Core.NONE, X86Core.NONE, X86Core.NONE, X86Core.NONE
    };

    private final InstructionReader in;
    private final Prefixes prefixes;
    private final OperandSize addressSize;
    private final boolean is64;

    ModRmReader(InstructionReader in, Prefixes prefixes, OperandSize addressSize, int codeBits) {
        this.in = in;
        this.prefixes = prefixes;
        this.addressSize = addressSize;
        is64 = codeBits == 64;
    }

    /** The address; the ModRM byte has been read, and its mod is not 3. */
    Address read(int modRm) {
        return addressSize == OperandSize.WORD ? read16(modRm) : read32(modRm);
    }

    private Address read16(int modRm) {
        int mod = modRm >>> 6;
        int rm = modRm & 7;
        if (mod == 0 && rm == 6) {
            return address(X86Core.NONE, X86Core.NONE, 0, in.signed(2));
        }
        return address(BASES_16[rm], INDEXES_16[rm], 0, displacement(mod, 2));
    }

    private Address read32(int modRm) {
        int mod = modRm >>> 6;
        int rm = modRm & 7;
        if (rm == 4) {
            return readSib(mod);
        }
        if (mod == 0 && rm == 5) {
            return address(is64 ? X86Core.RIP : X86Core.NONE, X86Core.NONE, 0, in.signed(4));
        }
        return address(rm | prefixes.rexB(), X86Core.NONE, 0, displacement(mod, 4));
    }

    private Address readSib(int mod) {
        int sib = in.next();
        int index = sib >>> 3 & 7 | prefixes.rexX();
        if (index == X86Core.RSP) {
            index = X86Core.NONE;
        }
        if (mod == 0 && (sib & 7) == 5) {
            return address(X86Core.NONE, index, sib >>> 6, in.signed(4));
        }
        return address(sib & 7 | prefixes.rexB(), index, sib >>> 6, displacement(mod, 4));
    }

    private long displacement(int mod, int full) {
        return mod == 0 ? 0 : in.signed(mod == 1 ? 1 : full);
    }

    private Address address(int base, int index, int scale, long displacement) {
        boolean onStack = base == X86Core.RSP || base == X86Core.RBP;
        int segment = prefixes.segment() >= 0 ? prefixes.segment() : onStack ? X86Core.SS : X86Core.DS;
        return new Address(segment, base, index, scale, displacement, addressSize);
    }
}
