package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.segment.SegmentLoad;

/**
 * POP of a segment register. SS holds interrupts back as MOV to SS does. @sdm Vol.2B "POP", Vol.3A 6.8.3
 *
 * <p>The stack pointer moves on the stack that was there before SS is loaded.
 */
record PopSegment(int segment, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(PopSegment::from, """
            07             POP ES                       N64
            17             POP SS                       N64
            1F             POP DS                       N64
            0F A1          POP FS                       D64
            0F A9          POP GS                       D64
            """);

    static PopSegment from(Fields f) {
        return new PopSegment(f.register(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long value = cpu.peekStack(size, 0);
        long before = cpu.gpr(X86Core.RSP);
        cpu.dropStack(size.bytes());
        long after = cpu.gpr(X86Core.RSP);
        cpu.setGpr(X86Core.RSP, before);
        SegmentLoad.load(cpu, segment, (int) value & 0xFFFF);
        cpu.setGpr(X86Core.RSP, after);
        if (segment == X86Core.SS) {
            cpu.setShadow(InterruptShadow.MOV_SS);
        }
    }
}
