package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** ADC: {@code DEST = DEST + SRC + CF}. @sdm Vol.2A "ADC" */
record Adc(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Adc::from, """
            14 ib          ADC AL, imm8
            15 iw|id       ADC AX|EAX|RAX, imm16|32
            80 /2 ib       ADC r/m8, imm8               LOCK
            81 /2 iw|id    ADC r/m16|32|64, imm16|32    LOCK
            82 /2 ib       ADC r/m8, imm8               N64 LOCK
            83 /2 ib       ADC r/m16|32|64, imm8sx      LOCK
            10 /r          ADC r/m8, r8                 LOCK
            11 /r          ADC r/m16|32|64, r16|32|64   LOCK
            12 /r          ADC r8, r/m8
            13 /r          ADC r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.reads("CF").writes("OF SF ZF AF CF PF");

    static Adc from(Fields f) {
        return new Adc(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult sum = X86Alu.add(size, destination.readForWrite(cpu), source.read(cpu), cpu.flag(Rflags.CF));
        destination.write(cpu, sum.value());
        cpu.setStatusFlags(sum.flags());
    }
}
