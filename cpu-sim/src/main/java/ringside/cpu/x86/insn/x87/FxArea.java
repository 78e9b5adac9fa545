package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.SseRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.operand.Address;

/**
 * The 512 bytes of FXSAVE. @sdm Vol.1 10.5.1, Vol.2A "FXSAVE"
 *
 * <p>The XMM registers and MXCSR are part of it whatever CR4.OSFXSR says, which the manual leaves to the processor.
 *
 * @param wide whether the pointers of the last instruction have 64 bits
 */
record FxArea(X87Memory memory, boolean wide) {
    private static final int BYTES = 512;
    private static final int STATUS = 2;
    private static final int TAGS = 4;
    private static final int OPCODE = 6;
    private static final int INSTRUCTION = 8;
    private static final int DATA = 16;
    private static final int MXCSR = 24;
    private static final int MXCSR_MASK = 28;
    private static final int REGISTERS = 32;
    private static final int XMM = 160;

    static FxArea at(X86Core cpu, Address address, boolean wide, MemoryAccess access) {
        long linear = cpu.linear(address.segment(), address.offset(cpu), BYTES, access);
        if ((linear & 15) != 0) {
            throw X86Fault.generalProtection(0);
        }
        return new FxArea(X87Memory.at(cpu, address, BYTES, access), wide);
    }

    private static int xmmRegisters(X86Core cpu) {
        return cpu.is64() ? 16 : 8;
    }

    void store(X86Core cpu) {
        storeX87(cpu.x87());
        memory.store(OperandSize.DOUBLEWORD, MXCSR, cpu.sse().mxcsr());
        memory.store(OperandSize.DOUBLEWORD, MXCSR_MASK, SseRegisters.MXCSR_MASK);
        for (int i = 0; i < 8; i++) {
            int n = X87Stack.physical(cpu, i);
            memory.store(OperandSize.QUADWORD, REGISTERS + 16 * i, cpu.x87().significand(n));
            memory.store(OperandSize.QUADWORD, REGISTERS + 16 * i + 8, cpu.x87().signExponent(n));
        }
        for (int i = 0; i < xmmRegisters(cpu); i++) {
            memory.store(OperandSize.QUADWORD, XMM + 16 * i, cpu.sse().low(i));
            memory.store(OperandSize.QUADWORD, XMM + 16 * i + 8, cpu.sse().high(i));
        }
    }

    private void storeX87(X87Registers x87) {
        memory.store(OperandSize.WORD, 0, x87.control());
        memory.store(OperandSize.WORD, STATUS, x87.status());
        memory.store(OperandSize.WORD, TAGS, ~x87.empty() & 0xFF);
        memory.store(OperandSize.WORD, OPCODE, x87.lastOpcode());
        storePointer(INSTRUCTION, x87.instructionSelector(), x87.instructionOffset());
        storePointer(DATA, x87.dataSelector(), x87.dataOffset());
    }

    private void storePointer(int at, int selector, long offset) {
        memory.store(OperandSize.QUADWORD, at, wide ? offset : offset & 0xFFFF_FFFFL | (long) selector << 32);
    }

    void load(X86Core cpu) {
        int mxcsr = (int) memory.load(OperandSize.DOUBLEWORD, MXCSR);
        if ((mxcsr & ~SseRegisters.MXCSR_MASK) != 0) {
            throw X86Fault.generalProtection(0);
        }
        cpu.sse().setMxcsr(mxcsr);
        loadX87(cpu.x87());
        for (int i = 0; i < 8; i++) {
            long significand = memory.load(OperandSize.QUADWORD, REGISTERS + 16 * i);
            int signExponent = (int) memory.load(OperandSize.WORD, REGISTERS + 16 * i + 8);
            cpu.x87().set(X87Stack.physical(cpu, i), signExponent, significand);
        }
        for (int i = 0; i < xmmRegisters(cpu); i++) {
            long low = memory.load(OperandSize.QUADWORD, XMM + 16 * i);
            cpu.sse().set(i, low, memory.load(OperandSize.QUADWORD, XMM + 16 * i + 8));
        }
        X87Stack.updateSummary(cpu);
    }

    private void loadX87(X87Registers x87) {
        x87.setControl(X87Control.defined((int) memory.load(OperandSize.WORD, 0)));
        x87.setStatus((int) memory.load(OperandSize.WORD, STATUS));
        x87.setEmpty(~(int) memory.load(OperandSize.BYTE, TAGS));
        long instruction = memory.load(OperandSize.QUADWORD, INSTRUCTION);
        long data = memory.load(OperandSize.QUADWORD, DATA);
        x87.setInstruction((int) memory.load(OperandSize.WORD, OPCODE), selector(instruction), offset(instruction));
        x87.setData(selector(data), offset(data));
    }

    private int selector(long pointer) {
        return wide ? 0 : (int) (pointer >>> 32) & 0xFFFF;
    }

    private long offset(long pointer) {
        return wide ? pointer : pointer & 0xFFFF_FFFFL;
    }
}
