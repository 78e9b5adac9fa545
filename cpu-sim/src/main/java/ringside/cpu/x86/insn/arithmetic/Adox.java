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

/** ADOX: {@code DEST = DEST + SRC + OF}, with the carry out in OF and no other flag changed. @sdm Vol.2A "ADOX" */
record Adox(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Adox::from, """
            F3 0F 38 F6 /r    ADOX r32|64, r/m32|64
            """);
    private static final Effects EFFECTS = Effects.reads("OF").writes("OF");

    static Adox from(Fields f) {
        return new Adox(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult sum = X86Alu.add(size, destination.read(cpu), source.read(cpu), cpu.flag(Rflags.OF));
        boolean carry = (sum.flags() & Rflags.CF) != 0;
        cpu.setStatusFlags(Rflags.OF, carry ? Rflags.OF : 0);
        destination.write(cpu, sum.value());
    }
}
