package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.PackedDecimal;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FBLD: a packed decimal integer. @sdm Vol.2A "FBLD" */
record LoadDecimal(Address source, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(LoadDecimal::from, """
            DF /4    FBLD m80bcd
            """);

    static LoadDecimal from(Fields f) {
        return new LoadDecimal(f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Memory memory = X87Memory.at(cpu, source, 10, MemoryAccess.READ);
        long low = memory.load(OperandSize.QUADWORD, 0);
        int high = (int) memory.load(OperandSize.WORD, 8);
        X87Stack.load(cpu, PackedDecimal.toNumber(low, high));
    }
}
