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

/** FRSTOR: loads what FNSAVE stored. @sdm Vol.2A "FRSTOR" */
record Frstor(X87Environment environment, Address source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Frstor::from, """
            DD /4    FRSTOR m94/108byte
            """);

    static Frstor from(Fields f) {
        return new Frstor(X87Environment.of(f), f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FloatingUnits.deliverPending(cpu);
        int start = environment.bytes();
        X87Memory memory = X87Memory.at(cpu, source, start + 80, MemoryAccess.READ);
        environment.load(cpu, memory);
        for (int i = 0; i < 8; i++) {
            long significand = memory.load(OperandSize.QUADWORD, start + 10 * i);
            int signExponent = (int) memory.load(OperandSize.WORD, start + 10 * i + 8);
            cpu.x87().set(X87Stack.physical(cpu, i), signExponent, significand);
        }
    }
}
