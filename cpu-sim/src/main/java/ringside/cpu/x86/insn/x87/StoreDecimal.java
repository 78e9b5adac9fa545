package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.PackedDecimal;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FBSTP: rounds to a packed decimal integer. @sdm Vol.2A "FBSTP" */
record StoreDecimal(Address destination, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(StoreDecimal::from, """
            DF /6    FBSTP m80bcd
            """);

    static StoreDecimal from(Fields f) {
        return new StoreDecimal(f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        FloatingContext context = cpu.x87().context();
        boolean empty = X87Stack.isEmpty(cpu, 0);
        Unpacked value = X87Stack.read(cpu, 0);
        long magnitude = -1;
        if (empty) {
            context.raise(FloatingContext.INVALID);
        } else {
            magnitude = PackedDecimal.magnitude(context, value);
        }
        boolean stores = !context.isUnmasked(FloatingContext.INVALID);
        if (stores) {
            store(cpu, magnitude, value.negative());
        }
        if (empty) {
            X87Stack.underflows(cpu);
        } else {
            X87Stack.complete(cpu);
        }
        X87Stack.pop(cpu, stores ? 1 : 0);
    }

    private void store(X86Core cpu, long magnitude, boolean negative) {
        X87Memory memory = X87Memory.at(cpu, destination, 10, MemoryAccess.WRITE);
        boolean valid = magnitude >= 0;
        long low = valid ? PackedDecimal.lowDigits(magnitude) : PackedDecimal.INDEFINITE_LOW;
        memory.store(OperandSize.QUADWORD, 0, low);
        int high = valid ? PackedDecimal.highDigits(magnitude, negative) : PackedDecimal.INDEFINITE_HIGH;
        memory.store(OperandSize.WORD, 8, high);
    }
}
