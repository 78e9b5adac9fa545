package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.packed.PackedBytes;

/** MASKMOVQ: stores the bytes of an MMX register whose signs in a mask are set, at rDI. @sdm Vol.2B "MASKMOVQ" */
record MmxMaskedMove(int n, int mask, Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxMaskedMove::from, """
            NP 0F F7 /r    MASKMOVQ mm, mm
            """);

    static MmxMaskedMove from(Fields f) {
        return new MmxMaskedMove(f.register(0), f.register(1), MaskedStore.destination(f));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        MaskedStore.store(
                cpu,
                destination,
                PackedBytes.signs(cpu.x87().significand(mask)),
                cpu.x87().significand(n),
                0);
        cpu.x87().enterMmx();
    }
}
