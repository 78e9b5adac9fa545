package ringside.cpu.x86.insn.port;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.string.StringStep;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Operand;

/**
 * INS: {@code ES:[rDI] = port DX}. The port is read only when the memory can be written.
 * @sdm Vol.2A "INS/INSB/INSW/INSD"
 */
record Ins(Operand destination, Address address, StringStep step) implements X86Instruction {
    static final List<Form> BYTE_FORMS = Form.table(f -> from(f, OperandSize.BYTE), """
            6C    INS m8(rDI), DX         REP
            """);
    static final List<Form> FORMS = Form.table(f -> from(f, IoPermission.size(f)), """
            6D    INS m16|32(rDI), DX     REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF IOPL VM");

    static Ins from(Fields f, OperandSize size) {
        return new Ins(f.operand(0), f.address(0), StringStep.from(f, size));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int port = (int) cpu.gpr(X86Core.RDX) & 0xFFFF;
        int bytes = step.size().bytes();
        if (step.begins(cpu)) {
            IoPermission.require(cpu, port, bytes);
            long linear = cpu.linear(X86Core.ES, address.offset(cpu), bytes, MemoryAccess.WRITE);
            cpu.memory().requireStore(linear, bytes, X86Core.ES, cpu.memory().privilege());
            destination.write(cpu, cpu.ports().in(port, bytes));
            step.advance(cpu, X86Core.RDI);
            step.end(cpu);
            cpu.requestAttention();
        }
    }
}
