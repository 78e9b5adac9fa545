package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** INVD and WBINVD: empty the caches, of which there are none. @sdm Vol.2A "INVD", Vol.2C "WBINVD" */
record Invd() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Invd(), """
            0F 08          INVD
            0F 09          WBINVD
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
    }
}
