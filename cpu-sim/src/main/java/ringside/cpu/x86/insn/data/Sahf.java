package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SAHF: {@code SF:ZF:0:AF:0:PF:1:CF = AH}. @sdm Vol.2B "SAHF" */
record Sahf() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sahf(), """
            9E    SAHF
            """);
    private static final Effects EFFECTS = Effects.sets("SF ZF AF PF CF");
    private static final int LOW = Rflags.SF | Rflags.ZF | Rflags.AF | Rflags.PF | Rflags.CF;

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setStatusFlags(LOW, (int) (cpu.gpr(X86Core.RAX) >>> 8));
    }
}
