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

/** Packed integer operations on each half of XMM registers: {@code DEST = DEST op SRC}. @sdm Vol.1 11.4.2 */
record PackedInteger(HalfOperation operation, VectorOperand destination, VectorOperand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(PackedBytes::add,                  "66 0F FC /r  PADDB xmm, xmm/m128"),
            form(PackedWords::add,                  "66 0F FD /r  PADDW xmm, xmm/m128"),
            form(PackedDoublewords::add,            "66 0F FE /r  PADDD xmm, xmm/m128"),
            form(PackedDoublewords::addQuadword,    "66 0F D4 /r  PADDQ xmm, xmm/m128"),
            form(PackedBytes::addSigned,            "66 0F EC /r  PADDSB xmm, xmm/m128"),
            form(PackedWords::addSigned,            "66 0F ED /r  PADDSW xmm, xmm/m128"),
            form(PackedBytes::addUnsigned,          "66 0F DC /r  PADDUSB xmm, xmm/m128"),
            form(PackedWords::addUnsigned,          "66 0F DD /r  PADDUSW xmm, xmm/m128"),
            form(PackedBytes::subtract,             "66 0F F8 /r  PSUBB xmm, xmm/m128"),
            form(PackedWords::subtract,             "66 0F F9 /r  PSUBW xmm, xmm/m128"),
            form(PackedDoublewords::subtract,       "66 0F FA /r  PSUBD xmm, xmm/m128"),
            form(PackedDoublewords::subtractQuadword, "66 0F FB /r  PSUBQ xmm, xmm/m128"),
            form(PackedBytes::subtractSigned,       "66 0F E8 /r  PSUBSB xmm, xmm/m128"),
            form(PackedWords::subtractSigned,       "66 0F E9 /r  PSUBSW xmm, xmm/m128"),
            form(PackedBytes::subtractUnsigned,     "66 0F D8 /r  PSUBUSB xmm, xmm/m128"),
            form(PackedWords::subtractUnsigned,     "66 0F D9 /r  PSUBUSW xmm, xmm/m128"),
            form(PackedWords::multiplyLow,          "66 0F D5 /r  PMULLW xmm, xmm/m128"),
            form(PackedWords::multiplyHigh,         "66 0F E5 /r  PMULHW xmm, xmm/m128"),
            form(PackedWords::multiplyHighUnsigned, "66 0F E4 /r  PMULHUW xmm, xmm/m128"),
            form(PackedDoublewords::multiply,       "66 0F F4 /r  PMULUDQ xmm, xmm/m128"),
            form(PackedWords::multiplyAdd,          "66 0F F5 /r  PMADDWD xmm, xmm/m128"),
            form(PackedBytes::average,              "66 0F E0 /r  PAVGB xmm, xmm/m128"),
            form(PackedWords::average,              "66 0F E3 /r  PAVGW xmm, xmm/m128"),
            form(PackedBytes::minimum,              "66 0F DA /r  PMINUB xmm, xmm/m128"),
            form(PackedBytes::maximum,              "66 0F DE /r  PMAXUB xmm, xmm/m128"),
            form(PackedWords::minimum,              "66 0F EA /r  PMINSW xmm, xmm/m128"),
            form(PackedWords::maximum,              "66 0F EE /r  PMAXSW xmm, xmm/m128"),
            form(PackedBytes::sumOfDifferences,     "66 0F F6 /r  PSADBW xmm, xmm/m128"),
            form(PackedBytes::equal,                "66 0F 74 /r  PCMPEQB xmm, xmm/m128"),
            form(PackedWords::equal,                "66 0F 75 /r  PCMPEQW xmm, xmm/m128"),
            form(PackedDoublewords::equal,          "66 0F 76 /r  PCMPEQD xmm, xmm/m128"),
            form(PackedBytes::greater,              "66 0F 64 /r  PCMPGTB xmm, xmm/m128"),
            form(PackedWords::greater,              "66 0F 65 /r  PCMPGTW xmm, xmm/m128"),
            form(PackedDoublewords::greater,        "66 0F 66 /r  PCMPGTD xmm, xmm/m128"),
            form(PackedDoublewords::and,            "66 0F DB /r  PAND xmm, xmm/m128"),
            form(PackedDoublewords::andNot,         "66 0F DF /r  PANDN xmm, xmm/m128"),
            form(PackedDoublewords::or,             "66 0F EB /r  POR xmm, xmm/m128"),
            form(PackedDoublewords::xor,            "66 0F EF /r  PXOR xmm, xmm/m128"),
            form(PackedDoublewords::and,            "NP 0F 54 /r  ANDPS xmm, xmm/m128"),
            form(PackedDoublewords::and,            "66 0F 54 /r  ANDPD xmm, xmm/m128"),
            form(PackedDoublewords::andNot,         "NP 0F 55 /r  ANDNPS xmm, xmm/m128"),
            form(PackedDoublewords::andNot,         "66 0F 55 /r  ANDNPD xmm, xmm/m128"),
            form(PackedDoublewords::or,             "NP 0F 56 /r  ORPS xmm, xmm/m128"),
            form(PackedDoublewords::or,             "66 0F 56 /r  ORPD xmm, xmm/m128"),
            form(PackedDoublewords::xor,            "NP 0F 57 /r  XORPS xmm, xmm/m128"),
            form(PackedDoublewords::xor,            "66 0F 57 /r  XORPD xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfOperation operation, String line) {
        return Form.table(f -> from(operation, f), line);
    }

    private static PackedInteger from(HalfOperation operation, Fields f) {
        return new PackedInteger(operation, VectorOperand.aligned(f, 0), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = operation.apply(destination.low(cpu), source.low(cpu));
        long high = operation.apply(destination.high(cpu), source.high(cpu));
        destination.write(cpu, low, high);
    }
}
