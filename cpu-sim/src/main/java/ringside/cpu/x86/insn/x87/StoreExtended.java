package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FSTP to memory of a number in double extended precision, as it is. @sdm Vol.2A "FST/FSTP" */
record StoreExtended(Address destination, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(StoreExtended::from, """
            DB /7    FSTP m80fp
            """);

    static StoreExtended from(Fields f) {
        return new StoreExtended(f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (!X87Stack.isEmpty(cpu, 0)) {
            int n = X87Stack.physical(cpu, 0);
            store(cpu, cpu.x87().signExponent(n), cpu.x87().significand(n));
            X87Stack.complete(cpu);
            X87Stack.pop(cpu, 1);
        } else if ((cpu.x87().control() & FloatingContext.INVALID) != 0) {
            store(cpu, Unpacked.INDEFINITE.signExponent(), Unpacked.INDEFINITE.extendedSignificand());
            X87Stack.underflows(cpu);
            X87Stack.pop(cpu, 1);
        } else {
            X87Stack.underflows(cpu);
        }
    }

    private void store(X86Core cpu, int signExponent, long significand) {
        X87Memory memory = X87Memory.at(cpu, destination, 10, MemoryAccess.WRITE);
        memory.store(OperandSize.QUADWORD, 0, significand);
        memory.store(OperandSize.WORD, 8, signExponent);
    }
}
