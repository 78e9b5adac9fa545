package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.packed.PackedBytes;
import ringside.cpu.x86.packed.PackedDoublewords;
import ringside.cpu.x86.packed.PackedWords;

/** Packed integer operations on MMX registers: {@code DEST = DEST op SRC}. @sdm Vol.1 9.4 */
record MmxInteger(HalfOperation operation, MmxRegister destination, Operand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(PackedBytes::add,                        "NP 0F FC /r  PADDB mm, mm/m64"),
            form(PackedWords::add,                        "NP 0F FD /r  PADDW mm, mm/m64"),
            form(PackedDoublewords::add,                  "NP 0F FE /r  PADDD mm, mm/m64"),
            form(PackedDoublewords::addQuadword,          "NP 0F D4 /r  PADDQ mm, mm/m64"),
            form(PackedBytes::addSigned,                  "NP 0F EC /r  PADDSB mm, mm/m64"),
            form(PackedWords::addSigned,                  "NP 0F ED /r  PADDSW mm, mm/m64"),
            form(PackedBytes::addUnsigned,                "NP 0F DC /r  PADDUSB mm, mm/m64"),
            form(PackedWords::addUnsigned,                "NP 0F DD /r  PADDUSW mm, mm/m64"),
            form(PackedBytes::subtract,                   "NP 0F F8 /r  PSUBB mm, mm/m64"),
            form(PackedWords::subtract,                   "NP 0F F9 /r  PSUBW mm, mm/m64"),
            form(PackedDoublewords::subtract,             "NP 0F FA /r  PSUBD mm, mm/m64"),
            form(PackedDoublewords::subtractQuadword,     "NP 0F FB /r  PSUBQ mm, mm/m64"),
            form(PackedBytes::subtractSigned,             "NP 0F E8 /r  PSUBSB mm, mm/m64"),
            form(PackedWords::subtractSigned,             "NP 0F E9 /r  PSUBSW mm, mm/m64"),
            form(PackedBytes::subtractUnsigned,           "NP 0F D8 /r  PSUBUSB mm, mm/m64"),
            form(PackedWords::subtractUnsigned,           "NP 0F D9 /r  PSUBUSW mm, mm/m64"),
            form(PackedWords::multiplyLow,                "NP 0F D5 /r  PMULLW mm, mm/m64"),
            form(PackedWords::multiplyHigh,               "NP 0F E5 /r  PMULHW mm, mm/m64"),
            form(PackedWords::multiplyHighUnsigned,       "NP 0F E4 /r  PMULHUW mm, mm/m64"),
            form(PackedDoublewords::multiply,             "NP 0F F4 /r  PMULUDQ mm, mm/m64"),
            form(PackedWords::multiplyAdd,                "NP 0F F5 /r  PMADDWD mm, mm/m64"),
            form(PackedBytes::average,                    "NP 0F E0 /r  PAVGB mm, mm/m64"),
            form(PackedWords::average,                    "NP 0F E3 /r  PAVGW mm, mm/m64"),
            form(PackedBytes::minimum,                    "NP 0F DA /r  PMINUB mm, mm/m64"),
            form(PackedBytes::maximum,                    "NP 0F DE /r  PMAXUB mm, mm/m64"),
            form(PackedWords::minimum,                    "NP 0F EA /r  PMINSW mm, mm/m64"),
            form(PackedWords::maximum,                    "NP 0F EE /r  PMAXSW mm, mm/m64"),
            form(PackedBytes::sumOfDifferences,           "NP 0F F6 /r  PSADBW mm, mm/m64"),
            form(PackedBytes::equal,                      "NP 0F 74 /r  PCMPEQB mm, mm/m64"),
            form(PackedWords::equal,                      "NP 0F 75 /r  PCMPEQW mm, mm/m64"),
            form(PackedDoublewords::equal,                "NP 0F 76 /r  PCMPEQD mm, mm/m64"),
            form(PackedBytes::greater,                    "NP 0F 64 /r  PCMPGTB mm, mm/m64"),
            form(PackedWords::greater,                    "NP 0F 65 /r  PCMPGTW mm, mm/m64"),
            form(PackedDoublewords::greater,              "NP 0F 66 /r  PCMPGTD mm, mm/m64"),
            form(PackedDoublewords::and,                  "NP 0F DB /r  PAND mm, mm/m64"),
            form(PackedDoublewords::andNot,               "NP 0F DF /r  PANDN mm, mm/m64"),
            form(PackedDoublewords::or,                   "NP 0F EB /r  POR mm, mm/m64"),
            form(PackedDoublewords::xor,                  "NP 0F EF /r  PXOR mm, mm/m64"),
            form(PackedBytes::packSigned,                 "NP 0F 63 /r  PACKSSWB mm, mm/m64"),
            form(PackedWords::packSigned,                 "NP 0F 6B /r  PACKSSDW mm, mm/m64"),
            form(PackedBytes::packUnsigned,               "NP 0F 67 /r  PACKUSWB mm, mm/m64"),
            form(PackedBytes::interleaveHigh,             "NP 0F 68 /r  PUNPCKHBW mm, mm/m64"),
            form(PackedWords::interleaveHigh,             "NP 0F 69 /r  PUNPCKHWD mm, mm/m64"),
            form(PackedDoublewords::interleaveHigh,       "NP 0F 6A /r  PUNPCKHDQ mm, mm/m64"),
            form(PackedBytes::interleaveLow,              "NP 0F 60 /r  PUNPCKLBW mm, mm/m32"),
            form(PackedWords::interleaveLow,              "NP 0F 61 /r  PUNPCKLWD mm, mm/m32"),
            form(PackedDoublewords::interleaveLow,        "NP 0F 62 /r  PUNPCKLDQ mm, mm/m32"),
            form(PackedWords::shiftLeft,                  "NP 0F F1 /r  PSLLW mm, mm/m64"),
            form(PackedDoublewords::shiftLeft,            "NP 0F F2 /r  PSLLD mm, mm/m64"),
            form(PackedDoublewords::shiftLeftQuadword,    "NP 0F F3 /r  PSLLQ mm, mm/m64"),
            form(PackedWords::shiftRight,                 "NP 0F D1 /r  PSRLW mm, mm/m64"),
            form(PackedDoublewords::shiftRight,           "NP 0F D2 /r  PSRLD mm, mm/m64"),
            form(PackedDoublewords::shiftRightQuadword,   "NP 0F D3 /r  PSRLQ mm, mm/m64"),
            form(PackedWords::shiftRightSigned,           "NP 0F E1 /r  PSRAW mm, mm/m64"),
            form(PackedDoublewords::shiftRightSigned,     "NP 0F E2 /r  PSRAD mm, mm/m64"),
            form(PackedWords::shiftRight,                 "NP 0F 71 /2 ib  PSRLW mm, imm8"),
            form(PackedWords::shiftRightSigned,           "NP 0F 71 /4 ib  PSRAW mm, imm8"),
            form(PackedWords::shiftLeft,                  "NP 0F 71 /6 ib  PSLLW mm, imm8"),
            form(PackedDoublewords::shiftRight,           "NP 0F 72 /2 ib  PSRLD mm, imm8"),
            form(PackedDoublewords::shiftRightSigned,     "NP 0F 72 /4 ib  PSRAD mm, imm8"),
            form(PackedDoublewords::shiftLeft,            "NP 0F 72 /6 ib  PSLLD mm, imm8"),
            form(PackedDoublewords::shiftRightQuadword,   "NP 0F 73 /2 ib  PSRLQ mm, imm8"),
            form(PackedDoublewords::shiftLeftQuadword,    "NP 0F 73 /6 ib  PSLLQ mm, imm8"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfOperation operation, String line) {
        return Form.table(f -> from(operation, f), line);
    }

    private static MmxInteger from(HalfOperation operation, Fields f) {
        return new MmxInteger(operation, new MmxRegister(f.register(0)), MmxRegister.of(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        long operand = source.read(cpu);
        cpu.x87().enterMmx();
        destination.write(cpu, operation.apply(destination.read(cpu), operand));
    }
}
