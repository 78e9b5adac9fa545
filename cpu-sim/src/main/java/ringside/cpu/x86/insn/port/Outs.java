package ringside.cpu.x86.insn.port;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.string.StringStep;
import ringside.cpu.x86.operand.Operand;

/** OUTS: {@code port DX = DS:[rSI]}. @sdm Vol.2B "OUTS/OUTSB/OUTSW/OUTSD" */
record Outs(Operand source, StringStep step) implements X86Instruction {
    static final List<Form> BYTE_FORMS = Form.table(f -> from(f, OperandSize.BYTE), """
            6E    OUTS DX, m8(rSI)        REP
            """);
    static final List<Form> FORMS = Form.table(f -> from(f, IoPermission.size(f)), """
            6F    OUTS DX, m16|32(rSI)    REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF IOPL VM");

    static Outs from(Fields f, OperandSize size) {
        return new Outs(f.operand(1), StringStep.from(f, size));
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
            cpu.ports().out(port, bytes, (int) source.read(cpu));
            step.advance(cpu, X86Core.RSI);
            step.end(cpu);
            cpu.requestAttention();
        }
    }
}
