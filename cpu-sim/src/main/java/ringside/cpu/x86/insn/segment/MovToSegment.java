package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.segment.SegmentLoad;

/**
 * MOV to a segment register. A load of SS holds interrupts and debug exceptions back for one instruction. @sdm Vol.2B
 * "MOV", Vol.3A 6.8.3
 */
record MovToSegment(int segment, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovToSegment::from, """
            8E /r          MOV Sreg, r16|32|64/m16
            """);

    static X86Instruction from(Fields f) {
        int segment = f.register(0);
        return segment == X86Core.CS ? new UndefinedOpcode() : new MovToSegment(segment, f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        SegmentLoad.load(cpu, segment, (int) source.read(cpu) & 0xFFFF);
        if (segment == X86Core.SS) {
            cpu.setShadow(InterruptShadow.MOV_SS);
        }
    }
}
