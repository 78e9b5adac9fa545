package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;

/** Stores of some bytes of a register. Bytes that are not selected cause no fault. @sdm Vol.2B "MASKMOVDQU" */
final class MaskedStore {
    private MaskedStore() {}

    /** The byte at rDI in DS or another segment that a prefix chooses. */
    static Address destination(Fields f) {
        return new Address(f.dataSegment(), X86Core.RDI, X86Core.NONE, 0, 0, f.addressSize());
    }

    static void store(X86Core cpu, Address destination, int mask, long low, long high) {
        int segment = destination.segment();
        for (int i = 0; i < 16; i++) {
            if ((mask >>> i & 1) != 0) {
                long linear = cpu.linear(segment, destination.plus(i).offset(cpu), 1, MemoryAccess.WRITE);
                cpu.memory().requireStore(linear, 1, segment, cpu.memory().privilege());
            }
        }
        for (int i = 0; i < 16; i++) {
            if ((mask >>> i & 1) != 0) {
                long linear = cpu.linear(segment, destination.plus(i).offset(cpu), 1, MemoryAccess.WRITE);
                cpu.memory().store8(linear, segment, (int) ((i < 8 ? low : high) >>> 8 * (i & 7)));
            }
        }
    }
}
