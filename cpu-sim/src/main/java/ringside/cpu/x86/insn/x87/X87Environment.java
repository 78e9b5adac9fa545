package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.form.Fields;

/**
 * The environment in memory: control, status and tag word, and what is noted of the last instruction, in seven fields of
 * two or four bytes. @sdm Vol.1 Figures 8-9 to 8-12
 *
 * @param field the size of a field
 */
record X87Environment(OperandSize field) {
    private static final int FIELDS = 7;
    private static final int OFFSET_BITS = 0xFFFF;

    /** The layout that the operand size of an instruction chooses. */
    static X87Environment of(Fields f) {
        return new X87Environment(f.operandSize() == OperandSize.WORD ? OperandSize.WORD : OperandSize.DOUBLEWORD);
    }

    int bytes() {
        return FIELDS * field.bytes();
    }

    private boolean isWide() {
        return field == OperandSize.DOUBLEWORD;
    }

    void store(X86Core cpu, X87Memory memory) {
        X87Registers x87 = cpu.x87();
        put(memory, 0, reserved(x87.control()));
        put(memory, 1, reserved(x87.status()));
        put(memory, 2, reserved(X87Tags.of(x87)));
        if (!cpu.is8086()) {
            put(memory, 3, x87.instructionOffset());
            put(
                    memory,
                    4,
                    isWide() ? x87.instructionSelector() | (long) x87.lastOpcode() << 16 : x87.instructionSelector());
            put(memory, 5, x87.dataOffset());
            put(memory, 6, reserved(x87.dataSelector()));
        } else {
            long instruction = ((long) x87.instructionSelector() << 4) + x87.instructionOffset();
            long data = ((long) x87.dataSelector() << 4) + x87.dataOffset();
            put(memory, 3, reserved((int) instruction & OFFSET_BITS));
            put(memory, 4, (instruction >>> 16 & OFFSET_BITS) << 12 | x87.lastOpcode());
            put(memory, 5, reserved((int) data & OFFSET_BITS));
            put(memory, 6, (data >>> 16 & OFFSET_BITS) << 12);
        }
    }

    /** The upper half of a field of four bytes that has only two is ones. */
    private static long reserved(int word) {
        return 0xFFFF_0000L | word;
    }

    private void put(X87Memory memory, int index, long value) {
        memory.store(field, index * field.bytes(), value);
    }

    private long get(X87Memory memory, int index) {
        return memory.load(field, index * field.bytes());
    }

    /** Loads the environment; the memory has been checked. */
    void load(X86Core cpu, X87Memory memory) {
        X87Registers x87 = cpu.x87();
        x87.setControl(X87Control.defined((int) get(memory, 0)));
        x87.setStatus((int) get(memory, 1));
        x87.setEmpty(X87Tags.empty((int) get(memory, 2)));
        long third = get(memory, 3);
        long fourth = get(memory, 4);
        long fifth = get(memory, 5);
        long sixth = get(memory, 6);
        if (!cpu.is8086()) {
            int opcode = isWide() ? (int) (fourth >>> 16) : x87.lastOpcode();
            x87.setInstruction(opcode, (int) fourth, third);
            x87.setData((int) sixth, fifth);
        } else {
            x87.setInstruction((int) fourth, 0, third & OFFSET_BITS | (fourth >>> 12 & OFFSET_BITS) << 16);
            x87.setData(0, fifth & OFFSET_BITS | (sixth >>> 12 & OFFSET_BITS) << 16);
        }
        X87Stack.updateSummary(cpu);
    }
}
