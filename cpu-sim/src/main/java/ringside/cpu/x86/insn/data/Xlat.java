package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** XLAT: {@code AL = [rBX + AL]}, AL zero-extended. @sdm Vol.2D "XLAT/XLATB" */
record Xlat(int segment, OperandSize addressSize) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Xlat::from, """
            D7    XLAT m8(rBX)
            """);

    static Xlat from(Fields f) {
        return new Xlat(f.dataSegment(), f.addressSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long accumulator = cpu.gpr(X86Core.RAX);
        long offset = cpu.gpr(X86Core.RBX) + (accumulator & 0xFF) & addressSize.mask();
        long value = cpu.load(OperandSize.BYTE, segment, offset);
        cpu.setGpr(X86Core.RAX, accumulator & ~0xFFL | value);
    }
}
