package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.packed.PackedDoublewords;
import ringside.cpu.x86.packed.PackedWords;

/** Shifts of packed integers by a number. @sdm Vol.1 11.4.2, Vol.2B "PSLLW/PSLLD/PSLLQ" */
record PackedShiftImmediate(HalfOperation operation, int n, long count) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(PackedWords::shiftRight,                 "66 0F 71 /2 ib  PSRLW xmm, imm8"),
            form(PackedWords::shiftRightSigned,           "66 0F 71 /4 ib  PSRAW xmm, imm8"),
            form(PackedWords::shiftLeft,                  "66 0F 71 /6 ib  PSLLW xmm, imm8"),
            form(PackedDoublewords::shiftRight,           "66 0F 72 /2 ib  PSRLD xmm, imm8"),
            form(PackedDoublewords::shiftRightSigned,     "66 0F 72 /4 ib  PSRAD xmm, imm8"),
            form(PackedDoublewords::shiftLeft,            "66 0F 72 /6 ib  PSLLD xmm, imm8"),
            form(PackedDoublewords::shiftRightQuadword,   "66 0F 73 /2 ib  PSRLQ xmm, imm8"),
            form(PackedDoublewords::shiftLeftQuadword,    "66 0F 73 /6 ib  PSLLQ xmm, imm8"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfOperation operation, String line) {
        return Form.table(f -> new PackedShiftImmediate(operation, f.register(0), f.immediate(1)), line);
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = operation.apply(cpu.sse().low(n), count);
        cpu.sse().set(n, low, operation.apply(cpu.sse().high(n), count));
    }
}
