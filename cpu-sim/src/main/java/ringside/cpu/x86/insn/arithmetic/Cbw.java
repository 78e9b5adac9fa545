package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** CBW, CWDE, CDQE: sign-extends the lower half of the accumulator into all of it. @sdm Vol.2A "CBW/CWDE/CDQE" */
record Cbw(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cbw::from, """
            98    CBW|CWDE|CDQE
            """);

    static Cbw from(Fields f) {
        return new Cbw(f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        int unused = 64 - size.bits() / 2;
        long extended = cpu.gpr(X86Core.RAX) << unused >> unused;
        Accumulator.writeRegister(cpu, size, X86Core.RAX, extended);
    }
}
