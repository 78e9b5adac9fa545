package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FINCSTP and FDECSTP: turn the stack without regard to what is in it. @sdm Vol.2A "FINCSTP", "FDECSTP" */
record MoveTop(int by, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(MoveTop::from, """
            D9 F6    FDECSTP
            D9 F7    FINCSTP
            """);

    static MoveTop from(Fields f) {
        return new MoveTop(f.form().mnemonic().equals("FINCSTP") ? 1 : -1, X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Stack.complete(cpu);
        cpu.x87().setTop(cpu.x87().top() + by);
    }
}
