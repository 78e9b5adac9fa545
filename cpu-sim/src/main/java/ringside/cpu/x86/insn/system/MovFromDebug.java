package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.system.DebugRegisters;

/** MOV from a debug register. @sdm Vol.2B "MOV—Move to/from Debug Registers" */
record MovFromDebug(Operand destination, int number) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovFromDebug::from, """
            0F 21 /r       MOV r32, DR                  N64 ANYMOD
            0F 21 /r       MOV r64, DR                  O64 F64 ANYMOD
            """);

    static X86Instruction from(Fields f) {
        int number = f.register(1);
        return number > 7 ? new UndefinedOpcode() : new MovFromDebug(f.operand(0), number);
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, DebugRegisters.read(cpu, DebugAccess.register(cpu, number)));
    }
}
