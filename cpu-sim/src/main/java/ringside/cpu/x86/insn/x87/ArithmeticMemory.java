package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FADD, FIADD and their like with an operand in memory: {@code ST(0) = ST(0) op SRC}. @sdm Vol.2A "FADD/FADDP/FIADD", "FSUB/FSUBP/FISUB" */
record ArithmeticMemory(X87Operation operation, X87Source kind, Address source, X87Location at)
        implements X87Instruction {
    static final List<Form> FORMS = Form.table(ArithmeticMemory::from, """
            D8 /0    FADD m32fp
            D8 /1    FMUL m32fp
            D8 /4    FSUB m32fp
            D8 /5    FSUBR m32fp
            D8 /6    FDIV m32fp
            D8 /7    FDIVR m32fp
            DC /0    FADD m64fp
            DC /1    FMUL m64fp
            DC /4    FSUB m64fp
            DC /5    FSUBR m64fp
            DC /6    FDIV m64fp
            DC /7    FDIVR m64fp
            DA /0    FIADD m32int
            DA /1    FIMUL m32int
            DA /4    FISUB m32int
            DA /5    FISUBR m32int
            DA /6    FIDIV m32int
            DA /7    FIDIVR m32int
            DE /0    FIADD m16int
            DE /1    FIMUL m16int
            DE /4    FISUB m16int
            DE /5    FISUBR m16int
            DE /6    FIDIV m16int
            DE /7    FIDIVR m16int
            """);

    static ArithmeticMemory from(Fields f) {
        return new ArithmeticMemory(
                X87Operation.of(f.form().mnemonic()), X87Source.of(f), f.address(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        Unpacked operand = kind.load(cpu, source);
        if (X87Stack.isEmpty(cpu, 0)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked result = operation.apply(cpu.x87().context(), X87Stack.read(cpu, 0), operand);
        if (X87Stack.complete(cpu)) {
            X87Stack.write(cpu, 0, result);
        }
    }
}
