package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Operand;

/** LEA: {@code DEST = EffectiveAddress(SRC)}, cut off or zero-extended to the operand size. @sdm Vol.2A "LEA" */
record Lea(Operand destination, Address address) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Lea::from, """
            8D /r    LEA r16|32|64, m
            """);

    static Lea from(Fields f) {
        return new Lea(f.operand(0), f.address(1));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, address.offset(cpu));
    }
}
