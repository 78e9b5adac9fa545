package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.packed.PackedBytes;
import ringside.cpu.x86.packed.PackedDoublewords;
import ringside.cpu.x86.packed.PackedWords;

/** Interleaves the elements of one half of both operands. @sdm Vol.1 11.4.2, Vol.2B "PUNPCKLBW", "UNPCKLPS" */
record PackedInterleave(
        boolean upper, HalfOperation first, HalfOperation second, XmmRegister destination, VectorOperand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(false, PackedBytes::interleaveLow, PackedBytes::interleaveHigh,                  "66 0F 60 /r  PUNPCKLBW xmm, xmm/m128"),
            form(false, PackedWords::interleaveLow, PackedWords::interleaveHigh,                  "66 0F 61 /r  PUNPCKLWD xmm, xmm/m128"),
            form(false, PackedDoublewords::interleaveLow, PackedDoublewords::interleaveHigh,      "66 0F 62 /r  PUNPCKLDQ xmm, xmm/m128"),
            form(false, (a, b) -> a, (a, b) -> b,                                                 "66 0F 6C /r  PUNPCKLQDQ xmm, xmm/m128"),
            form(true, PackedBytes::interleaveLow, PackedBytes::interleaveHigh,                   "66 0F 68 /r  PUNPCKHBW xmm, xmm/m128"),
            form(true, PackedWords::interleaveLow, PackedWords::interleaveHigh,                   "66 0F 69 /r  PUNPCKHWD xmm, xmm/m128"),
            form(true, PackedDoublewords::interleaveLow, PackedDoublewords::interleaveHigh,       "66 0F 6A /r  PUNPCKHDQ xmm, xmm/m128"),
            form(true, (a, b) -> a, (a, b) -> b,                                                  "66 0F 6D /r  PUNPCKHQDQ xmm, xmm/m128"),
            form(false, PackedDoublewords::interleaveLow, PackedDoublewords::interleaveHigh,      "NP 0F 14 /r  UNPCKLPS xmm, xmm/m128"),
            form(true, PackedDoublewords::interleaveLow, PackedDoublewords::interleaveHigh,       "NP 0F 15 /r  UNPCKHPS xmm, xmm/m128"),
            form(false, (a, b) -> a, (a, b) -> b,                                                 "66 0F 14 /r  UNPCKLPD xmm, xmm/m128"),
            form(true, (a, b) -> a, (a, b) -> b,                                                  "66 0F 15 /r  UNPCKHPD xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(boolean upper, HalfOperation first, HalfOperation second, String line) {
        return Form.table(f -> from(upper, first, second, f), line);
    }

    private static PackedInterleave from(boolean upper, HalfOperation first, HalfOperation second, Fields f) {
        return new PackedInterleave(upper, first, second, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long other = source.low(cpu);
        if (upper) {
            other = source.high(cpu);
        }
        long own = upper ? destination.high(cpu) : destination.low(cpu);
        destination.write(cpu, first.apply(own, other), second.apply(own, other));
    }
}
