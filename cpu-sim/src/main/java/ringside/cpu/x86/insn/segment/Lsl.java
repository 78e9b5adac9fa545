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

/** LSL: the limit of a segment in bytes, and ZF, if the descriptor can be seen. @sdm Vol.2A "LSL" */
record Lsl(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Lsl::from, """
            0F 03 /r       LSL r16|32|64, r16|32|64/m16  PROT
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Lsl from(Fields f) {
        return new Lsl(f.operand(0), f.operand(1));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        Descriptor descriptor = DescriptorAccess.forLimit(cpu, new Selector((int) source.read(cpu)));
        if (descriptor != null) {
            destination.write(cpu, descriptor.limit());
        }
        cpu.setStatusFlags(Rflags.ZF, descriptor == null ? 0 : Rflags.ZF);
    }
}
