package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * ENTER: makes a stack frame, with pointers to the frames of the procedures around it if it is nested. The place that
 * rSP will point to must be writable too. @sdm Vol.2A "ENTER", Vol.1 6.6
 */
record Enter(long allocated, int level, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Enter::from, """
            C8 iw ib    ENTER imm16, imm8    D64
            """);

    static Enter from(Fields f) {
        return new Enter(f.immediate(0), (int) f.immediate(1) & 31, f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long mask = cpu.stackAddressSize().mask();
        long oldFrame = cpu.gpr(X86Core.RBP);
        long frame = cpu.stackPointer() - size.bytes() & mask;
        cpu.store(size, X86Core.SS, frame, oldFrame);
        // With 32-bit operands the frame pointer is ESP, also where the stack only uses SP.
        long pointer = (cpu.gpr(X86Core.RSP) & ~mask | frame) & size.mask();
        long top = level == 0 ? frame : display(cpu, frame, pointer, mask);
        long end = top - allocated & mask;
        long linear = cpu.linear(X86Core.SS, end, size.bytes(), MemoryAccess.WRITE);
        cpu.memory().requireStore(linear, size.bytes(), X86Core.SS, cpu.memory().privilege());
        cpu.setGpr(X86Core.RBP, size == OperandSize.WORD ? oldFrame & ~0xFFFFL | pointer : pointer);
        cpu.setStackPointer(end);
    }

    /** Copies the pointers of the frame around, adds the one to this frame, and gives the new top of the stack. */
    private long display(X86Core cpu, long frame, long pointer, long mask) {
        long from = cpu.gpr(X86Core.RBP);
        long top = frame;
        for (int i = 1; i < level; i++) {
            from -= size.bytes();
            top = top - size.bytes() & mask;
            cpu.store(size, X86Core.SS, top, cpu.load(size, X86Core.SS, from & mask));
        }
        top = top - size.bytes() & mask;
        cpu.store(size, X86Core.SS, top, pointer);
        return top;
    }
}
