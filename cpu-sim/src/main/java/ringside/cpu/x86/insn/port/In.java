package ringside.cpu.x86.insn.port;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** IN: reads a port. @sdm Vol.2A "IN" */
record In(Operand destination, Operand port, int bytes) implements X86Instruction {
    static final List<Form> BYTE_FORMS = Form.table(f -> from(f, 1), """
            E4 ib    IN AL, imm8
            EC       IN AL, DX
            """);
    static final List<Form> FORMS = Form.table(f -> from(f, IoPermission.bytes(f)), """
            E5 ib    IN AX|EAX, imm8
            ED       IN AX|EAX, DX
            """);
    private static final Effects EFFECTS = Effects.reads("IOPL VM");

    static In from(Fields f, int bytes) {
        return new In(f.operand(0), f.operand(1), bytes);
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int number = (int) port.read(cpu);
        IoPermission.require(cpu, number, bytes);
        destination.write(cpu, cpu.ports().in(number, bytes));
        cpu.requestAttention();
    }
}
