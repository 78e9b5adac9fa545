package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.packed.PackedBytes;

/** Stores the bytes of a register whose signs in a mask are set, at rDI. @sdm Vol.2B "MASKMOVDQU" */
record MaskedMove(int n, int mask, Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MaskedMove::from, """
            66 0F F7 /r    MASKMOVDQU xmm, xmm
            """);

    static MaskedMove from(Fields f) {
        return new MaskedMove(f.register(0), f.register(1), MaskedStore.destination(f));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        int bytes = PackedBytes.signs(cpu.sse().low(mask))
                | PackedBytes.signs(cpu.sse().high(mask)) << 8;
        MaskedStore.store(cpu, destination, bytes, cpu.sse().low(n), cpu.sse().high(n));
    }
}
