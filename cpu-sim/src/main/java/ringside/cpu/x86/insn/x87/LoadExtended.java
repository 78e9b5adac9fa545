package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FLD of a number in double extended precision, taken as it is. @sdm Vol.2A "FLD" */
record LoadExtended(Address source, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(LoadExtended::from, """
            DB /5    FLD m80fp
            """);

    static LoadExtended from(Fields f) {
        return new LoadExtended(f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Memory memory = X87Memory.at(cpu, source, 10, MemoryAccess.READ);
        long significand = memory.load(OperandSize.QUADWORD, 0);
        int signExponent = (int) memory.load(OperandSize.WORD, 8);
        if (X87Stack.isEmpty(cpu, 7)) {
            X87Stack.complete(cpu);
            X87Stack.pushBits(cpu, signExponent, significand);
        } else if (X87Stack.overflows(cpu)) {
            X87Stack.push(cpu, Unpacked.INDEFINITE);
        }
    }
}
