package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FNSAVE: stores the environment and the registers, then initializes the unit. @sdm Vol.2A "FSAVE/FNSAVE" */
record Fnsave(X87Environment environment, Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fnsave::from, """
            DD /6    FNSAVE m94/108byte
            """);

    static Fnsave from(Fields f) {
        return new Fnsave(X87Environment.of(f), f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        int start = environment.bytes();
        X87Memory memory = X87Memory.at(cpu, destination, start + 80, MemoryAccess.WRITE);
        environment.store(cpu, memory);
        for (int i = 0; i < 8; i++) {
            int n = X87Stack.physical(cpu, i);
            memory.store(OperandSize.QUADWORD, start + 10 * i, cpu.x87().significand(n));
            memory.store(OperandSize.WORD, start + 10 * i + 8, cpu.x87().signExponent(n));
        }
        cpu.x87().initialize();
    }
}
