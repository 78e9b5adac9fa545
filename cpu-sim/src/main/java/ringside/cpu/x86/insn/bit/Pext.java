package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PEXT: gathers the bits of the first source where the mask has ones, in order; no flag changes. @sdm Vol.2B "PEXT" */
record Pext(Operand destination, Operand source, Operand mask) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Pext::from, """
            VEX.LZ.F3.0F38 F5 /r    PEXT r32|64, r32|64(v), r/m32|64
            """);

    static Pext from(Fields f) {
        return new Pext(f.operand(0), f.operand(1), f.operand(2));
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        long result = 0;
        int gathered = 0;
        for (long places = mask.read(cpu); places != 0; places &= places - 1) {
            result |= (value >>> Long.numberOfTrailingZeros(places) & 1) << gathered;
            gathered++;
        }
        destination.write(cpu, result);
    }
}
