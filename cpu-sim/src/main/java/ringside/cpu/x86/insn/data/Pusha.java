package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** PUSHA and PUSHAD: pushes all general registers, rSP as it was before. @sdm Vol.2B "PUSHA/PUSHAD" */
record Pusha(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Pusha::from, """
            60    PUSHA    N64
            """);
    private static final int REGISTERS = 8;

    static Pusha from(Fields f) {
        return new Pusha(f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long top = cpu.stackPointer();
        for (int n = 0; n < REGISTERS; n++) {
            long offset =
                    top - (long) (n + 1) * size.bytes() & cpu.stackAddressSize().mask();
            cpu.store(size, X86Core.SS, offset, cpu.gpr(n));
        }
        cpu.setStackPointer(top - (long) REGISTERS * size.bytes());
    }
}
