package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.operand.Address;

/**
 * A place in memory that is larger than an integer: all of it is checked before anything is stored.
 *
 * @param linear where it begins
 */
record X87Memory(X86Core cpu, int segment, long linear) {
    private static final int IN_PAGE = 0xFFF;

    /** So many bytes at an address, which can then be accessed in pieces without a fault in the middle of stores. */
    static X87Memory at(X86Core cpu, Address address, int bytes, MemoryAccess access) {
        long linear = cpu.linear(address.segment(), address.offset(cpu), bytes, access);
        X87Memory memory = new X87Memory(cpu, address.segment(), linear);
        if ((linear & IN_PAGE) + bytes > IN_PAGE + 1) {
            if (access == MemoryAccess.WRITE) {
                cpu.memory()
                        .requireStore(
                                linear, bytes, address.segment(), cpu.memory().privilege());
            } else {
                memory.load(OperandSize.BYTE, 0);
                memory.load(OperandSize.BYTE, IN_PAGE + 1 - (int) (linear & IN_PAGE));
            }
        }
        return memory;
    }

    private long place(int distance) {
        return cpu.isLongMode() ? linear + distance : linear + distance & 0xFFFF_FFFFL;
    }

    long load(OperandSize size, int distance) {
        return switch (size) {
            case BYTE -> cpu.memory().load8(place(distance), segment);
            case WORD -> cpu.memory().load16(place(distance), segment);
            case DOUBLEWORD -> cpu.memory().load32(place(distance), segment);
            case QUADWORD -> cpu.memory().load64(place(distance), segment);
        };
    }

    void store(OperandSize size, int distance, long value) {
        switch (size) {
            case BYTE -> cpu.memory().store8(place(distance), segment, (int) value);
            case WORD -> cpu.memory().store16(place(distance), segment, (int) value);
            case DOUBLEWORD -> cpu.memory().store32(place(distance), segment, (int) value);
            case QUADWORD -> cpu.memory().store64(place(distance), segment, value);
        }
    }
}
