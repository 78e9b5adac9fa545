package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FCOM and FICOM with an operand in memory. @sdm Vol.2A "FCOM/FCOMP/FCOMPP", "FICOM/FICOMP" */
record CompareMemory(X87Source kind, Address source, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(CompareMemory::from, """
            D8 /2    FCOM m32fp
            DC /2    FCOM m64fp
            D8 /3    FCOMP m32fp
            DC /3    FCOMP m64fp
            DE /2    FICOM m16int
            DA /2    FICOM m32int
            DE /3    FICOMP m16int
            DA /3    FICOMP m32int
            """);

    static CompareMemory from(Fields f) {
        return new CompareMemory(
                X87Source.of(f), f.address(0), f.form().mnemonic().endsWith("P") ? 1 : 0, X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        Unpacked operand = kind.load(cpu, source);
        if (X87Stack.isEmpty(cpu, 0)) {
            X87Comparison.underflow(cpu, pops);
        } else {
            X87Comparison.compare(cpu, true, operand, pops);
        }
    }
}
