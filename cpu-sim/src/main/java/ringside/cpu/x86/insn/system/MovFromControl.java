package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOV from CR0, CR2, CR3, CR4 or CR8. There are no others. @sdm Vol.2B "MOV—Move to/from Control Registers" */
record MovFromControl(Operand destination, int number) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovFromControl::from, """
            0F 20 /r       MOV r32, CR                  N64 ANYMOD
            0F 20 /r       MOV r64, CR                  O64 F64 ANYMOD
            """);

    static X86Instruction from(Fields f) {
        int number = f.register(1);
        return MovToControl.exists(number) ? new MovFromControl(f.operand(0), number) : new UndefinedOpcode();
    }

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        SystemRegisters system = cpu.system();
        destination.write(
                cpu,
                switch (number) {
                    case 0 -> system.cr0;
                    case 2 -> system.cr2;
                    case 3 -> system.cr3;
                    case 4 -> system.cr4;
                    default -> cpu.localInterrupts().taskPriority();
                });
    }
}
