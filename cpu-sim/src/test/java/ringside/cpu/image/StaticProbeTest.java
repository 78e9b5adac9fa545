package ringside.cpu.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;

class StaticProbeTest {
    private static final Map<String, Long> REGISTERS = Map.ofEntries(
            Map.entry("r0", 0xFFFF_FFFEL),
            Map.entry("r2", 3L),
            Map.entry("r7", 0x1000L),
            Map.entry("sp", 0x2000L),
            Map.entry("rax", 0x1122_3344_5566_7788L),
            Map.entry("rdi", -5L),
            Map.entry("rsp", 0x2000L),
            Map.entry("rbp", 0x1000L),
            Map.entry("rcx", 4L),
            Map.entry("r8", 0xABCDL));

    private static long register(String name) {
        Long value = REGISTERS.get(name);
        if (value == null) {
            throw UnreadableException.register(name);
        }
        return value;
    }

    /** Memory in which each byte is the low byte of its own address. */
    private static byte[] memory(long address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (address + i);
        }
        return bytes;
    }

    private static Elf image(ElfBuilder builder, byte[] notes, long baseSection) {
        return Elf.parse(
                "probes.elf",
                builder.section(".text", ElfSection.PROGRAM_BITS, 6, 0x100, new byte[0x40])
                        .section(".stapsdt.base", ElfSection.PROGRAM_BITS, 2, baseSection, new byte[1])
                        .section(".note.stapsdt", ElfSection.NOTE, 0, 0, notes)
                        .symbols("table 0x300 8 1 1")
                        .build());
    }

    private static byte[] note(int addressSize, long pc, long base, String provider, String name, String arguments) {
        byte[] text = (provider + "\0" + name + "\0" + arguments + "\0").getBytes(StandardCharsets.UTF_8);
        int size = 3 * addressSize + text.length;
        ByteBuffer note = ByteBuffer.allocate(20 + (size + 3 & ~3)).order(ByteOrder.LITTLE_ENDIAN);
        note.putInt(8).putInt(size).putInt(3).put("stapsdt\0".getBytes(StandardCharsets.UTF_8));
        for (long word : new long[] {pc, base, 0}) {
            if (addressSize == 4) {
                note.putInt((int) word);
            } else {
                note.putLong(word);
            }
        }
        note.put(text);
        return note.array();
    }

    private static StaticProbe armProbe(String arguments) {
        Elf elf = image(ElfBuilder.arm(), note(4, 0x111, 0, "tock", "switch", arguments), 0);
        return StaticProbe.of(elf, Symbols.of(elf)).get(0);
    }

    private static StaticProbe x86Probe(String arguments) {
        Elf elf = image(ElfBuilder.x86(), note(8, 0x111, 0, "redox", "send", arguments), 0);
        return StaticProbe.of(elf, Symbols.of(elf)).get(0);
    }

    private static long value(ProbeArgument argument) {
        return argument.value(StaticProbeTest::register, StaticProbeTest::memory);
    }

    @Test
    void aProbeHasAPlaceAndANameAndArguments() {
        StaticProbe probe = armProbe("4@r0 -4@#12 4@[sp, #8]");
        assertEquals("tock:switch", probe.title());
        assertEquals(0x110, probe.address(), "without the bit that says Thumb");
        assertEquals(3, probe.arguments().size());
        assertEquals(0x111, x86Probe("").address());
        assertEquals(List.of(), x86Probe("").arguments());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4@r0               | 0xFFFFFFFE
        -4@r0              | -2
        -1@r0              | -2
        2@r0               | 0xFFFE
        4@#12              | 12
        -4@#-1             | -1
        4@#0x10            | 16
        4@12               | 12
        1@[sp, #8]         | 8
        4@[sp, #8]         | 0x0B0A0908
        1@[r7]             | 0
        1@[r7, #-2]        | 0xFE
        1@[r7,r2]          | 3
        1@[r7, r2, lsl #2] | 12
        1@[r7, -r2]        | 0xFD
        1@[r13, #4]        | 4
        4@table            | 0x300
        4@#table+4         | 0x304
        r0                 | 0xFFFFFFFE
        """)
    void argumentsInArmSyntaxAreEvaluated(String text, String expected) {
        ProbeArgument argument = armProbe(text).arguments().get(0);
        assertEquals(Long.decode(expected), value(argument), argument.toString());
        assertEquals(text, argument.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        8@%rdi             | -5
        -4@%edi            | -5
        4@%edi             | 0xFFFFFFFB
        1@%al              | 0x88
        1@%ah              | 0x77
        2@%r8w             | 0xABCD
        1@%dil             | 0xFB
        4@$5               | 5
        -8@$-7             | -7
        1@16(%rsp)         | 0x10
        4@(%rsp)           | 0x03020100
        1@-4(%rbp,%rcx,8)  | 0x1C
        1@(,%rcx,2)        | 8
        1@table            | 0
        1@table+2(%rip)    | 2
        8@$table           | 0x300
        """)
    void argumentsInTheSyntaxOfAttAreEvaluated(String text, String expected) {
        ProbeArgument argument = x86Probe(text).arguments().get(0);
        assertEquals(Long.decode(expected), value(argument), argument.toString());
    }

    @Test
    void anArgumentThatIsNotUnderstoodSpoilsNothingElse() {
        StaticProbe probe = armProbe("4@r0 4@[r1, r2, ror #3] 4@#1");
        assertEquals(3, probe.arguments().size());
        assertEquals(1, value(probe.arguments().get(2)));
        UnreadableException error = assertThrows(
                UnreadableException.class, () -> value(probe.arguments().get(1)));
        assertTrue(error.getMessage().contains("[r1, r2, ror #3]"), error.getMessage());
        assertThrows(
                UnreadableException.class,
                () -> value(x86Probe("8@%fs:(%rax)").arguments().get(0)));
        assertThrows(
                UnreadableException.class,
                () -> value(x86Probe("8@%rbx").arguments().get(0)));
    }

    @Test
    void placesMoveWithTheBaseSection() {
        Elf elf = image(ElfBuilder.x86(), note(8, 0x110, 0x400, "a", "b", ""), 0x480);
        assertEquals(0x190, StaticProbe.of(elf, Symbols.of(elf)).get(0).address());
    }

    @Test
    void aNoteCutShortIsAClearError() {
        byte[] note = note(4, 0x110, 0, "tock", "switch", "4@r0");
        Elf elf = image(ElfBuilder.arm(), java.util.Arrays.copyOf(note, note.length - 8), 0);
        Symbols symbols = Symbols.of(elf);
        BadInputException error = assertThrows(BadInputException.class, () -> StaticProbe.of(elf, symbols));
        assertTrue(error.getMessage().contains("section .note.stapsdt"), error.getMessage());
    }

    @Test
    void anImageWithoutProbesHasNone() {
        Elf elf = Elf.parse("none.elf", ElfBuilder.arm().build());
        assertEquals(List.of(), StaticProbe.of(elf, Symbols.of(elf)));
    }
}
