package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/**
 * NOP, in one byte and with an operand that is not accessed, and the reserved encodings that do nothing until an
 * extension gives them a meaning. @sdm Vol.2B "NOP"
 */
record Nop() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Nop(), """
            90          NOP                  NOREXB
            0F 1F /r    NOP r/m16|32|64
            0F 18 /r    NOP r/m16|32|64
            0F 19 /r    NOP r/m16|32|64
            0F 1A /r    NOP r/m16|32|64
            0F 1B /r    NOP r/m16|32|64
            0F 1C /r    NOP r/m16|32|64
            0F 1D /r    NOP r/m16|32|64
            0F 1E /r    NOP r/m16|32|64
            """);

    @Override
    public void execute(X86Core cpu) {
        // That is what it is for.
    }
}
