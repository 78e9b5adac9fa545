package ringside.cpu.x86.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.cpu.x86.form.Form;

/** Text of code; that every form has the text that objdump gives it stands in X86DisassemblyOracleTest. */
class X86DisassemblerTest {
    private static final long SEED = 8086;
    private static final long START = 0xFFFF_FFFF_8000_0000L;

    private final X86Disassembler disassembler = new X86Disassembler();

    private static LongToIntFunction memory(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return address ->
                address - START >= 0 && address - START < bytes.length ? bytes[(int) (address - START)] & 0xFF : -1;
    }

    private Line line(String hex, int codeBits) {
        return disassembler.line(memory(hex), START, codeBits, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bytes              | bits | mnemonic      | operands                                         | target
            eb10                 | 64   | jmp           | 0xffffffff80000012                               | ffffffff80000012
            e8fbffffff           | 64   | call          | 0xffffffff80000000                               | ffffffff80000000
            488b0510000000       | 64   | mov           | rax,QWORD PTR [rip+0x10]                         | ffffffff80000017
            8b042500200000       | 64   | mov           | eax,DWORD PTR ds:0x2000                          | 2000
            a100200000           | 32   | mov           | eax,ds:0x2000                                    | 2000
            64488b042528000000   | 64   | mov           | rax,QWORD PTR fs:0x28                            | ffffffffffffffff
            488b0411             | 64   | mov           | rax,QWORD PTR [rcx+rdx*1]                        | ffffffffffffffff
            f0480fb10b           | 64   | lock cmpxchg  | QWORD PTR [rbx],rcx                              | ffffffffffffffff
            f3a4                 | 64   | rep movs      | BYTE PTR es:[rdi],BYTE PTR ds:[rsi]              | ffffffffffffffff
            f3c3                 | 64   | ret           |                                                  | ffffffffffffffff
            0f94c0               | 64   | sete          | al                                               | ffffffffffffffff
            4898                 | 64   | cdqe          |                                                  | ffffffffffffffff
            """)
    void theLineHoldsMnemonicOperandsAndTarget(String hex, int bits, String mnemonic, String operands, String target) {
        Line line = line(hex, bits);
        assertEquals(mnemonic, line.mnemonic());
        assertEquals(operands == null ? "" : operands, line.operands());
        assertEquals(Long.parseUnsignedLong(target, 16), line.target());
        assertEquals(hex, line.bytes());
        assertEquals("", line.note());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bytes                                | what is said of the first of them
            06                                     | undefined: raises #UD
            f08bc0                                 | undefined: raises #UD
            0fff                                   | goes on where nothing is mapped
            e80000                                 | goes on where nothing is mapped
            66666666666666666666666666666690       | longer than 15 bytes: raises #GP
            """)
    void whatIsNoInstructionIsOneBadByteWithTheReason(String hex, String note) {
        Line line = line(note.startsWith("longer") ? "66" + hex : hex, 64);
        assertEquals("(bad)", line.mnemonic());
        assertEquals(1, line.length());
        assertEquals(note, line.note());
    }

    @Test
    void whereNothingIsMappedAByteIsLeftOut() {
        List<Line> lines =
                disassembler.disassemble(memory("90"), START, 3, 64, false).lines();
        assertEquals(
                List.of(START, START + 1, START + 2),
                lines.stream().map(Line::address).toList());
        assertEquals("nothing is mapped here", lines.get(1).note());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32, 16})
    void everyEncodingHasATextAndTheLengthThatTheDecoderFinds(int codeBits) {
        Random random = new Random(SEED);
        FormEncodings encodings = new FormEncodings(random, codeBits);
        X86Decoder decoder = new X86Decoder();
        List<Form> forms = AllForms.list();
        int shown = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] code = encodings.encoding(forms.get(random.nextInt(forms.size())));
            String what = HexFormat.of().formatHex(code) + ", seed " + SEED;
            Line line = line(HexFormat.of().formatHex(code) + "0000000000000000", codeBits);
            assertFalse(line.mnemonic().isEmpty(), what);
            if (!line.mnemonic().equals("(bad)")) {
                shown++;
                int length = decoder.decode(n -> n < code.length ? code[n] & 0xFF : 0, codeBits, false)
                        .length();
                assertEquals(length, line.length(), what);
            }
        }
        assertTrue(shown > 60_000, "only " + shown + " were instructions");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32, 16})
    void randomBytesDoNoHarm(int codeBits) {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] code = new byte[16];
            random.nextBytes(code);
            Line line = line(HexFormat.of().formatHex(code), codeBits);
            assertTrue(line.length() >= 1 && line.length() <= 15, HexFormat.of().formatHex(code) + ", seed " + SEED);
        }
    }
}
