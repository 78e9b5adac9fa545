package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FXSAVE. @sdm Vol.2A "FXSAVE" */
record Fxsave(Address destination, boolean wide) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fxsave::from, """
            NP 0F AE /0          FXSAVE m512byte
            NP REX.W 0F AE /0    FXSAVE64 m512byte
            """);

    static Fxsave from(Fields f) {
        return new Fxsave(f.address(0), f.prefixes().rexW());
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FxArea.at(cpu, destination, wide, MemoryAccess.WRITE).store(cpu);
    }
}
