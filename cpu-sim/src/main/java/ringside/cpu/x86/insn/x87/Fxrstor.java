package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FXRSTOR. @sdm Vol.2A "FXRSTOR" */
record Fxrstor(Address source, boolean wide) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fxrstor::from, """
            NP 0F AE /1          FXRSTOR m512byte
            NP REX.W 0F AE /1    FXRSTOR64 m512byte
            """);

    static Fxrstor from(Fields f) {
        return new Fxrstor(f.address(0), f.prefixes().rexW());
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FxArea.at(cpu, source, wide, MemoryAccess.READ).load(cpu);
    }
}
