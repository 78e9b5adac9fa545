package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.floating.IntegerConversion;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FLD and FILD from memory. @sdm Vol.2A "FLD", "FILD" */
record LoadMemory(X87Source kind, Address source, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(LoadMemory::from, """
            D9 /0    FLD m32fp
            DD /0    FLD m64fp
            DF /0    FILD m16int
            DB /0    FILD m32int
            DF /5    FILD m64int
            """);

    static LoadMemory from(Fields f) {
        return new LoadMemory(X87Source.of(f), f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        Unpacked operand = kind.load(cpu, source);
        if (X87Stack.isEmpty(cpu, 7)) {
            cpu.x87().context().setExtendedPrecision(FloatingFormat.EXTENDED.precision());
            operand = IntegerConversion.convert(cpu.x87().context(), FloatingFormat.EXTENDED, operand);
        }
        X87Stack.load(cpu, operand);
    }
}
