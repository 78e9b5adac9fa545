package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PDEP: deposits the low bits of the first source where the mask has ones, in order; no flag changes. @sdm Vol.2B "PDEP" */
record Pdep(Operand destination, Operand source, Operand mask) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Pdep::from, """
            VEX.LZ.F2.0F38 F5 /r    PDEP r32|64, r32|64(v), r/m32|64
            """);

    static Pdep from(Fields f) {
        return new Pdep(f.operand(0), f.operand(1), f.operand(2));
    }

    @Override
    public void execute(X86Core cpu) {
        long bits = source.read(cpu);
        long result = 0;
        for (long places = mask.read(cpu); places != 0; places &= places - 1) {
            if ((bits & 1) != 0) {
                result |= Long.lowestOneBit(places);
            }
            bits >>>= 1;
        }
        destination.write(cpu, result);
    }
}
