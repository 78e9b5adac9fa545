package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.IntegerConversion;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FST and FSTP to memory in single or double precision. @sdm Vol.2A "FST/FSTP" */
record StoreMemory(X87Source kind, Address destination, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(StoreMemory::from, """
            D9 /2    FST m32fp
            DD /2    FST m64fp
            D9 /3    FSTP m32fp
            DD /3    FSTP m64fp
            """);

    static StoreMemory from(Fields f) {
        return new StoreMemory(
                X87Source.of(f), f.address(0), f.form().mnemonic().endsWith("P") ? 1 : 0, X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            if ((cpu.x87().control() & FloatingContext.INVALID) != 0) {
                store(cpu, Unpacked.INDEFINITE);
            }
            X87Stack.underflows(cpu);
            return;
        }
        FloatingContext context = cpu.x87().context();
        Unpacked result = IntegerConversion.store(context, kind.format(), X87Stack.read(cpu, 0));
        if (context.isUnmasked(FloatingContext.INVALID | FloatingContext.OVERFLOW | FloatingContext.UNDERFLOW)) {
            context.forget(FloatingContext.PRECISION);
            X87Stack.complete(cpu);
            return;
        }
        long bits = result.bits(kind.format());
        cpu.store(kind.size(), destination.segment(), destination.offset(cpu), bits);
        X87Stack.complete(cpu);
        X87Stack.pop(cpu, pops);
    }

    private void store(X86Core cpu, Unpacked value) {
        cpu.store(kind.size(), destination.segment(), destination.offset(cpu), value.bits(kind.format()));
        X87Stack.pop(cpu, pops);
    }
}
