package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.packed.PackedBytes;

/** The signs of the elements of a register. @sdm Vol.2B "MOVMSKPS", "MOVMSKPD", "PMOVMSKB" */
record MoveMask(Operand destination, int n, int bits) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveMask::from, """
            NP 0F 50 /r    MOVMSKPS r32, xmm
            66 0F 50 /r    MOVMSKPD r32, xmm
            66 0F D7 /r    PMOVMSKB r32, xmm
            """);

    static MoveMask from(Fields f) {
        return new MoveMask(f.operand(0), f.register(1), bits(f));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = cpu.sse().low(n);
        long high = cpu.sse().high(n);
        destination.write(
                cpu,
                switch (bits) {
                    case 8 -> PackedBytes.signs(low) | PackedBytes.signs(high) << 8;
                    case 32 -> low >>> 31 & 1 | low >>> 63 << 1 | (high >>> 31 & 1) << 2 | high >>> 63 << 3;
                    default -> low >>> 63 | high >>> 63 << 1;
                });
    }

    private static int bits(Fields f) {
        return switch (f.form().mnemonic()) {
            case "PMOVMSKB" -> 8;
            case "MOVMSKPS" -> 32;
            default -> 64;
        };
    }
}
