package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * POPF, POPFD and POPFQ: takes RFLAGS off the stack, as far as the privilege permits. IOPL changes only at CPL 0, IF
 * only where CPL is not above IOPL, VM, VIF and VIP never; what may not change stays without a fault. RF becomes 0.
 * @sdm Vol.2B "POPF/POPFD/POPFQ", Table 4-16
 */
record Popf(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Popf::from, """
            9D    POPF    D64
            """);
    private static final Effects EFFECTS =
            Effects.reads("IOPL VM").writes("CF PF AF ZF SF TF IF DF OF IOPL NT RF AC ID");
    private static final int ALWAYS = Rflags.STATUS | Rflags.TF | Rflags.DF | Rflags.NT | Rflags.AC | Rflags.ID;

    static Popf from(Fields f) {
        return new Popf(f.operandSize());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        FlagRights.requireInVirtual8086(cpu);
        long popped = cpu.peekStack(size, 0);
        cpu.dropStack(size.bytes());
        int mask = ALWAYS
                | (FlagRights.mayChangeIoPrivilege(cpu) ? Rflags.IOPL : 0)
                | (FlagRights.mayChangeInterruptFlag(cpu) ? Rflags.IF : 0);
        mask &= (int) size.mask();
        cpu.setRflags(cpu.rflags() & ~(mask | Rflags.RF) | (int) popped & mask);
    }
}
