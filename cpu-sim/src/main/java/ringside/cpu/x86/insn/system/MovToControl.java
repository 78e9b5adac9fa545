package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.system.ControlRegisters;

/** MOV to CR0, CR2, CR3, CR4 or CR8. There are no others. @sdm Vol.2B "MOV—Move to/from Control Registers" */
record MovToControl(int number, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MovToControl::from, """
            0F 22 /r       MOV CR, r32                  N64 ANYMOD
            0F 22 /r       MOV CR, r64                  O64 F64 ANYMOD
            """);

    private static final int HIGHEST_PRIORITY = 15;

    static X86Instruction from(Fields f) {
        int number = f.register(0);
        return exists(number) ? new MovToControl(number, f.operand(1)) : new UndefinedOpcode();
    }

    static boolean exists(int number) {
        return number == 0 || number >= 2 && number <= 4 || number == 8;
    }

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        long value = source.read(cpu);
        switch (number) {
            case 0 -> ControlRegisters.writeCr0(cpu, value);
            case 2 -> cpu.system().cr2 = value;
            case 3 -> ControlRegisters.writeCr3(cpu, value);
            case 4 -> ControlRegisters.writeCr4(cpu, value);
            default -> writePriority(cpu, value);
        }
    }

    private static void writePriority(X86Core cpu, long value) {
        if (value < 0 || value > HIGHEST_PRIORITY) {
            throw X86Fault.generalProtection(0);
        }
        cpu.localInterrupts().setTaskPriority((int) value);
        cpu.requestAttention();
    }
}
