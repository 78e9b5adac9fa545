package ringside.cpu.x86.insn.port;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** OUT: writes to a port. @sdm Vol.2B "OUT" */
record Out(Operand port, Operand source, int bytes) implements X86Instruction {
    static final List<Form> BYTE_FORMS = Form.table(f -> from(f, 1), """
            E6 ib    OUT imm8, AL
            EE       OUT DX, AL
            """);
    static final List<Form> FORMS = Form.table(f -> from(f, IoPermission.bytes(f)), """
            E7 ib    OUT imm8, AX|EAX
            EF       OUT DX, AX|EAX
            """);
    private static final Effects EFFECTS = Effects.reads("IOPL VM");

    static Out from(Fields f, int bytes) {
        return new Out(f.operand(0), f.operand(1), bytes);
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int number = (int) port.read(cpu);
        IoPermission.require(cpu, number, bytes);
        cpu.ports().out(number, bytes, (int) source.read(cpu));
        cpu.requestAttention();
    }
}
