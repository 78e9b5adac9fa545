package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Shifts a register by bytes. @sdm Vol.2B "PSLLDQ", "PSRLDQ" */
record ByteShift(boolean left, int n, int bytes) implements X86Instruction {
    static final List<Form> FORMS = Form.table(ByteShift::from, """
            66 0F 73 /3 ib    PSRLDQ xmm, imm8
            66 0F 73 /7 ib    PSLLDQ xmm, imm8
            """);

    static ByteShift from(Fields f) {
        return new ByteShift(f.form().mnemonic().equals("PSLLDQ"), f.register(0), (int) f.immediate(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = cpu.sse().low(n);
        long high = cpu.sse().high(n);
        if (left) {
            cpu.sse().set(n, bytes < 8 ? low << 8 * bytes : 0, upper(low, high));
        } else {
            cpu.sse()
                    .set(
                            n,
                            Long.reverseBytes(upper(Long.reverseBytes(high), Long.reverseBytes(low))),
                            bytes < 8 ? high >>> 8 * bytes : 0);
        }
    }

    /** The upper half after a shift to the left. */
    private long upper(long low, long high) {
        if (bytes == 0) {
            return high;
        }
        if (bytes < 8) {
            return high << 8 * bytes | low >>> 64 - 8 * bytes;
        }
        return bytes < 16 ? low << 8 * (bytes - 8) : 0;
    }
}
