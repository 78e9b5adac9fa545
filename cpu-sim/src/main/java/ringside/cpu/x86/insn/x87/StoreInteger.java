package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.IntegerConversion;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FIST and FISTP. @sdm Vol.2A "FIST/FISTP" */
record StoreInteger(X87Source kind, Address destination, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(StoreInteger::from, """
            DF /2    FIST m16int
            DB /2    FIST m32int
            DF /3    FISTP m16int
            DB /3    FISTP m32int
            DF /7    FISTP m64int
            """);

    static StoreInteger from(Fields f) {
        return new StoreInteger(
                X87Source.of(f), f.address(0), f.form().mnemonic().endsWith("P") ? 1 : 0, X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        FloatingContext context = cpu.x87().context();
        boolean empty = X87Stack.isEmpty(cpu, 0);
        long value = kind.size().signBit();
        if (empty) {
            context.raise(FloatingContext.INVALID);
        } else {
            value = IntegerConversion.toInteger(
                    context, X87Stack.read(cpu, 0), kind.size().bits());
        }
        boolean stores = !context.isUnmasked(FloatingContext.INVALID);
        if (stores) {
            cpu.store(kind.size(), destination.segment(), destination.offset(cpu), value);
        }
        if (empty) {
            X87Stack.underflows(cpu);
        } else {
            X87Stack.complete(cpu);
        }
        X87Stack.pop(cpu, stores ? pops : 0);
    }
}
