package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOV from a segment register; a wider register gets zeros above the selector. @sdm Vol.2B "MOV" */
record MovFromSegment(Operand destination, int segment) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovFromSegment::from, """
            8C /r          MOV r16|32|64/m16, Sreg
            """);

    static MovFromSegment from(Fields f) {
        return new MovFromSegment(f.operand(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, cpu.segment(segment).selector());
    }
}
