package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.segment.Descriptor;
import ringside.cpu.x86.segment.DescriptorAccess;
import ringside.cpu.x86.segment.Selector;

/**
 * LAR: the access rights of a descriptor, and ZF, if the descriptor can be seen. Of bits 19:16, which the manual leaves
 * undefined, the result has zeros. @sdm Vol.2A "LAR"
 */
record Lar(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Lar::from, """
            0F 02 /r       LAR r16|32|64, r16|32|64/m16  PROT
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Lar from(Fields f) {
        return new Lar(f.operand(0), f.operand(1));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        Descriptor descriptor = DescriptorAccess.forRights(cpu, new Selector((int) source.read(cpu)));
        if (descriptor != null) {
            destination.write(cpu, descriptor.attributes());
        }
        cpu.setStatusFlags(Rflags.ZF, descriptor == null ? 0 : Rflags.ZF);
    }
}
