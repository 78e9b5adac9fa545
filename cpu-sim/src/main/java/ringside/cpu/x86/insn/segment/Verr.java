package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.segment.DescriptorAccess;
import ringside.cpu.x86.segment.Selector;

/** VERR, VERW: ZF says whether a segment could be read, or written, from here. @sdm Vol.2B "VERR/VERW" */
record Verr(Operand source, boolean writes) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Verr::from, """
            0F 00 /4       VERR r/m16                   PROT
            0F 00 /5       VERW r/m16                   PROT
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Verr from(Fields f) {
        return new Verr(f.operand(0), f.form().mnemonic().equals("VERW"));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        Selector selector = new Selector((int) source.read(cpu));
        boolean can = writes ? DescriptorAccess.isWritable(cpu, selector) : DescriptorAccess.isReadable(cpu, selector);
        cpu.setStatusFlags(Rflags.ZF, can ? Rflags.ZF : 0);
    }
}
