package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** LAHF: {@code AH = SF:ZF:0:AF:0:PF:1:CF}. @sdm Vol.2A "LAHF" */
record Lahf() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Lahf(), """
            9F    LAHF
            """);
    private static final Effects EFFECTS = Effects.reads("SF ZF AF PF CF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long low = cpu.rflags() & 0xFF;
        cpu.setGpr(X86Core.RAX, cpu.gpr(X86Core.RAX) & ~0xFF00L | low << 8);
    }
}
