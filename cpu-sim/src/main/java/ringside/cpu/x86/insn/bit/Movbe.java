package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOVBE: loads or stores with the bytes reversed. @sdm Vol.2B "MOVBE" */
record Movbe(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Movbe::from, """
            NP 0F 38 F0 /r    MOVBE r16|32|64, m16|32|64
            66 0F 38 F0 /r    MOVBE r16|32|64, m16|32|64
            NP 0F 38 F1 /r    MOVBE m16|32|64, r16|32|64
            66 0F 38 F1 /r    MOVBE m16|32|64, r16|32|64
            """);

    static Movbe from(Fields f) {
        return new Movbe(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, Long.reverseBytes(source.read(cpu)) >>> (64 - size.bits()));
    }
}
