package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.UnimplementedEncodingException;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** The transcendental instructions, which are not performed. @sdm Vol.1 8.3.7, 8.3.10 */
record Transcendental() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Transcendental(), """
            D9 F0    F2XM1
            D9 F1    FYL2X
            D9 F2    FPTAN
            D9 F3    FPATAN
            D9 F9    FYL2XP1
            D9 FB    FSINCOS
            D9 FE    FSIN
            D9 FF    FCOS
            """);

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FloatingUnits.deliverPending(cpu);
        throw UnimplementedEncodingException.INSTANCE;
    }
}
