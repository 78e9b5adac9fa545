package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * BSWAP: reverses the bytes of a register. Of 16 bits the manual leaves the result undefined; it is 0, as on processors of
 * AMD and Intel. @sdm Vol.2A "BSWAP"
 */
record Bswap(Operand destination, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bswap::from, """
            0F C8+r    BSWAP r16|32|64
            """);

    static Bswap from(Fields f) {
        return new Bswap(f.operand(0), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        long reversed = Long.reverseBytes(destination.read(cpu)) >>> (64 - size.bits());
        destination.write(cpu, size == OperandSize.WORD ? 0 : reversed);
    }
}
