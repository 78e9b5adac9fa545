package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.system.DebugRegisters;

/** MOV to a debug register. @sdm Vol.2B "MOV—Move to/from Debug Registers" */
record MovToDebug(int number, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovToDebug::from, """
            0F 23 /r       MOV DR, r32                  N64 ANYMOD
            0F 23 /r       MOV DR, r64                  O64 F64 ANYMOD
            """);

    static X86Instruction from(Fields f) {
        int number = f.register(0);
        return number > 7 ? new UndefinedOpcode() : new MovToDebug(number, f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        DebugRegisters.write(cpu, DebugAccess.register(cpu, number), source.read(cpu));
    }
}
