package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.packed.PackedDoublewords;
import ringside.cpu.x86.packed.PackedWords;

/** Shifts of packed integers by the lower half of another operand. @sdm Vol.1 11.4.2, Vol.2B "PSLLW/PSLLD/PSLLQ" */
record PackedShift(HalfOperation operation, XmmRegister destination, VectorOperand count) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(PackedWords::shiftLeft,                  "66 0F F1 /r  PSLLW xmm, xmm/m128"),
            form(PackedDoublewords::shiftLeft,            "66 0F F2 /r  PSLLD xmm, xmm/m128"),
            form(PackedDoublewords::shiftLeftQuadword,    "66 0F F3 /r  PSLLQ xmm, xmm/m128"),
            form(PackedWords::shiftRight,                 "66 0F D1 /r  PSRLW xmm, xmm/m128"),
            form(PackedDoublewords::shiftRight,           "66 0F D2 /r  PSRLD xmm, xmm/m128"),
            form(PackedDoublewords::shiftRightQuadword,   "66 0F D3 /r  PSRLQ xmm, xmm/m128"),
            form(PackedWords::shiftRightSigned,           "66 0F E1 /r  PSRAW xmm, xmm/m128"),
            form(PackedDoublewords::shiftRightSigned,     "66 0F E2 /r  PSRAD xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfOperation operation, String line) {
        return Form.table(f -> from(operation, f), line);
    }

    private static PackedShift from(HalfOperation operation, Fields f) {
        return new PackedShift(operation, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long by = count.low(cpu);
        long low = operation.apply(destination.low(cpu), by);
        destination.write(cpu, low, operation.apply(destination.high(cpu), by));
    }
}
