package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * CMOVcc: {@code IF condition THEN DEST = SRC}. The source is read either way, and a destination of 32 bits is
 * zero-extended either way. @sdm Vol.2A "CMOVcc"
 */
record Cmovcc(Operand destination, Operand source, int condition) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cmovcc::from, """
            0F 40+cc /r    CMOVcc r16|32|64, r/m16|32|64
            """);

    static Cmovcc from(Fields f) {
        return new Cmovcc(f.operand(0), f.operand(1), f.condition());
    }

    @Override
    public Effects effects() {
        return Effects.readsCondition(condition);
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        destination.write(cpu, cpu.condition(condition) ? value : destination.read(cpu));
    }
}
