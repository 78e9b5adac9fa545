package ringside.cpu.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;

class ElfTest {
    private static final byte[] CODE = {1, 2, 3, 4, 5, 6, 7, 8};

    private static ElfBuilder small() {
        return ElfBuilder.arm()
                .entry(0x101)
                .segment(5, 0x100, 0x100, CODE, 8)
                .segment(6, 0x2000_0000L, 0x108, new byte[] {9, 9}, 0x1000)
                .section(".text", ElfSection.PROGRAM_BITS, 6, 0x100, CODE)
                .zeroSection(".bss", 0x2000_0002L, 0xFFE);
    }

    @Test
    void segmentsHaveTheirAddressesBytesAndSizes() {
        Elf elf = Elf.parse("small.elf", small().build());
        assertEquals(ElfMachine.ARM, elf.machine());
        assertEquals(0x101, elf.entry());
        List<ElfSegment> segments = elf.loadSegments();
        assertEquals(2, segments.size());
        assertArrayEquals(CODE, segments.get(0).content().toArray());
        assertTrue(segments.get(0).isExecutable());
        assertFalse(segments.get(0).isWritable());
        assertEquals(0x2000_0000L, segments.get(1).virtualAddress());
        assertEquals(0x108, segments.get(1).physicalAddress());
        assertEquals(2, segments.get(1).content().length());
        assertEquals(0x1000, segments.get(1).memorySize());
    }

    @Test
    void sectionsAreFoundByName() {
        Elf elf = Elf.parse("small.elf", small().build());
        assertArrayEquals(CODE, elf.sectionBytes(".text").toArray());
        assertTrue(elf.sectionBytes(".nothing").isEmpty());
        assertEquals(0xFFE, elf.section(".bss").orElseThrow().size());
        assertTrue(elf.isCode(0x107));
        assertFalse(elf.isCode(0x108));
    }

    @Test
    void sixtyFourBitsAreReadToo() {
        Elf elf = Elf.parse(
                "big.elf",
                ElfBuilder.x86()
                        .entry(0xFFFF_FFFF_8010_0000L)
                        .segment(5, 0xFFFF_FFFF_8010_0000L, 0x10_0000, CODE, 0x2000)
                        .build());
        assertEquals(ElfMachine.X86_64, elf.machine());
        assertEquals(0xFFFF_FFFF_8010_0000L, elf.entry());
        assertEquals(0x10_0000, elf.loadSegments().get(0).physicalAddress());
        assertTrue(elf.isCode(0xFFFF_FFFF_8010_1FFFL));
    }

    @Test
    void fourGibibytesOfZeroesCostNothing() {
        Elf elf = Elf.parse(
                "huge.elf",
                ElfBuilder.x86().segment(6, 0, 0, CODE, 0x1_0000_0000L).build());
        assertEquals(0x1_0000_0000L, elf.loadSegments().get(0).memorySize());
    }

    @Test
    void compressedSectionsAreExpanded() throws Exception {
        byte[] plain = "debug".repeat(100).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putInt(plain.length)
                .putInt(1)
                .array());
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        }
        byte[] file = ElfBuilder.arm()
                .section(".debug_str", 1, ElfSection.COMPRESSED, 0, packed.toByteArray())
                .build();
        assertArrayEquals(
                plain, Elf.parse("packed.elf", file).sectionBytes(".debug_str").toArray());
    }

    @Test
    void aCompressedSectionCannotClaimAnySize() {
        byte[] bomb = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putInt(0x7FFF_FFFF)
                .array();
        byte[] file = ElfBuilder.arm()
                .section(".debug_str", 1, ElfSection.COMPRESSED, 0, bomb)
                .build();
        Elf elf = Elf.parse("bomb.elf", file);
        assertThrows(BadInputException.class, () -> elf.sectionBytes(".debug_str"));
    }

    /** Each line puts one value into a sound file and names a part of the message that must follow. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # offset | size | value      | message
        0        | 1    | 0x7E       | not an ELF file
        4        | 1    | 3          | neither 32 nor 64 bits
        4        | 1    | 2          | does not go with an ELF file of 64 bits
        5        | 1    | 2          | big-endian
        6        | 1    | 2          | ELF version is not 1
        16       | 2    | 4          | of type 4
        18       | 2    | 243        | RISC-V
        18       | 2    | 62         | x86-64 does not go with an ELF file of 32 bits
        28       | 4    | 0xFFFFFFF0 | table of segments
        42       | 2    | 31         | a program header has 31 bytes
        44       | 2    | 0x7000     | table of segments
        44       | 2    | 0xFFFF     | 65535 segments
        32       | 4    | 0x7FFFFFFF | table of sections
        46       | 2    | 41         | a section header has 41 bytes
        48       | 2    | 0x7FFF     | there cannot be 32767 sections
        50       | 2    | 77         | section 77 of
        56       | 4    | 0x7FFFFFFF | segment 0 wants 8 bytes
        60       | 4    | 0xFFFFFFFE | past the end of the address space
        64       | 4    | 0x104      | both fill the memory at 0x108
        68       | 4    | 0x7FFFFFFF | more bytes in the file than in memory
        72       | 4    | 1          | more bytes in the file than in memory
        """)
    void aBrokenHeaderIsOneClearError(int at, int size, long value, String expected) {
        byte[] file = small().build();
        for (int i = 0; i < size; i++) {
            file[at + i] = (byte) (value >>> 8 * i);
        }
        BadInputException error = assertThrows(BadInputException.class, () -> Elf.parse("bad.elf", file));
        assertTrue(error.getMessage().startsWith("bad.elf: "), error.getMessage());
        assertTrue(error.getMessage().contains(expected), error.getMessage());
        assertFalse(error.getMessage().contains("\n"), error.getMessage());
    }

    @Test
    void everyTruncationIsAnErrorThatNamesTheFile() {
        byte[] file = small().symbols("main 0x101 8 2 1").build();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            String message = assertThrows(BadInputException.class, () -> Elf.parse("cut.elf", cut), "length " + length)
                    .getMessage();
            assertTrue(message.startsWith("cut.elf: "), message);
        }
    }
}
