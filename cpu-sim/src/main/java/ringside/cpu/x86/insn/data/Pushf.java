package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** PUSHF, PUSHFD and PUSHFQ: pushes RFLAGS with VM and RF clear. @sdm Vol.2B "PUSHF/PUSHFD/PUSHFQ" */
record Pushf(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Pushf::from, """
            9C    PUSHF    D64
            """);
    private static final Effects EFFECTS = Effects.reads("CF PF AF ZF SF TF IF DF OF IOPL NT VM AC VIF VIP ID");

    static Pushf from(Fields f) {
        return new Pushf(f.operandSize());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        FlagRights.requireInVirtual8086(cpu);
        cpu.push(size, cpu.rflags() & ~(Rflags.VM | Rflags.RF));
    }
}
