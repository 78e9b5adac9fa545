package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfBuilder;
import ringside.cpu.image.Symbols;

/** Debug information that is small, follows the grammar, and would take for ever or all memory if it were believed. */
class DwarfBombTest {
    /** Little-endian bytes, put together. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer bytes(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Writer word(int value) {
            return bytes(value, value >>> 8, value >>> 16, value >>> 24);
        }

        /** A unit of version 4 for addresses of 4 bytes. */
        Writer unit(int abbreviations, byte[] entries) {
            word(7 + entries.length).bytes(4, 0).word(abbreviations).bytes(4);
            out.writeBytes(entries);
            return this;
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }

    private static Dwarf dwarf(byte[] entries, byte[] abbreviations, byte[] texts, byte[] lines) {
        byte[] file = ElfBuilder.arm()
                .section(".text", 1, 6, 0x100, new byte[0x100])
                .section(".debug_info", 1, 0, 0, entries)
                .section(".debug_abbrev", 1, 0, 0, abbreviations)
                .section(".debug_str", 1, 0, 0, texts)
                .section(".debug_line", 1, 0, 0, lines)
                .build();
        Elf elf = Elf.parse("bomb.elf", file);
        return Dwarf.of(elf, Symbols.of(elf));
    }

    private static void refuses(String reason, Dwarf dwarf, Consumer<Dwarf> question) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            question.accept(dwarf);
            String problems = dwarf.problems().toString();
            assertTrue(problems.startsWith("[bomb.elf: " + reason), problems);
        });
    }

    /** Thousands of units, each with the same long table of abbreviations but for its first one. */
    @Test
    void unitsThatShareALongTableOfAbbreviations() {
        Writer abbreviations = new Writer();
        for (int i = 0; i < 100_000; i++) {
            abbreviations.bytes(1, Tag.COMPILE_UNIT, 0, 0, 0);
        }
        abbreviations.bytes(0);
        Writer entries = new Writer();
        for (int i = 0; i < 20_000; i++) {
            entries.unit(5 * i, new byte[] {1});
        }
        refuses(
                "the debug information refers to the same places",
                dwarf(entries.toArray(), abbreviations.toArray(), new byte[1], new byte[0]),
                Dwarf::functions);
    }

    /** A struct whose only member is itself. */
    @Test
    void aTypeThatHoldsItself() {
        byte[] abbreviations = {
            1,
            Tag.COMPILE_UNIT,
            1,
            0,
            0,
            2,
            Tag.STRUCTURE_TYPE,
            1,
            Attribute.NAME,
            Form.STRING,
            0,
            0,
            3,
            Tag.MEMBER,
            0,
            Attribute.TYPE,
            Form.REF4,
            0,
            0,
            0
        };
        byte[] entries = new Writer()
                .unit(0, new byte[] {1, 2, 'S', 0, 3, 12, 0, 0, 0, 0, 0})
                .toArray();
        Dwarf dwarf = dwarf(entries, abbreviations, new byte[1], new byte[0]);
        refuses("a type holds itself", dwarf, d -> d.type("S"));
    }

    /** Namespaces within namespaces, all with a long name, and many types within. */
    @Test
    void namesThatAreLongerThanAnyMemory() {
        byte[] texts = new byte[60_001];
        Arrays.fill(texts, 0, 60_000, (byte) 'x');
        byte[] abbreviations = {
            1,
            Tag.COMPILE_UNIT,
            1,
            0,
            0,
            2,
            Tag.NAMESPACE,
            1,
            Attribute.NAME,
            Form.STRP,
            0,
            0,
            3,
            Tag.STRUCTURE_TYPE,
            0,
            Attribute.NAME,
            Form.STRP,
            0,
            0,
            0
        };
        Writer entries = new Writer().bytes(1);
        for (int i = 0; i < 60; i++) {
            entries.bytes(2).word(i);
        }
        for (int i = 0; i < 100_000; i++) {
            entries.bytes(3).word(i & 0xFFF);
        }
        byte[] unit = new Writer().unit(0, entries.toArray()).toArray();
        refuses(
                "the debug information refers to the same places",
                dwarf(unit, abbreviations, texts, new byte[0]),
                d -> d.type("nothing"));
    }

    /** A hundred thousand entries, each within the one before. */
    @Test
    void entriesThatLieTooDeep() {
        byte[] abbreviations = {1, Tag.LEXICAL_BLOCK, 1, 0, 0, 0};
        Writer entries = new Writer();
        for (int i = 0; i < 100_000; i++) {
            entries.bytes(1);
        }
        byte[] unit = new Writer().unit(0, entries.toArray()).toArray();
        refuses("entries lie 2001 deep", dwarf(unit, abbreviations, new byte[1], new byte[0]), Dwarf::functions);
    }

    /** Thousands of units whose line programs begin one byte after the other, each header within the last program. */
    @Test
    void lineProgramsThatOverlap() {
        byte[] abbreviations = {1, Tag.COMPILE_UNIT, 0, Attribute.STMT_LIST, Form.SEC_OFFSET, 0, 0, 0};
        Writer lines = new Writer();
        Writer entries = new Writer();
        int count = 3_000;
        int size = 40;
        for (int i = 0; i < count; i++) {
            lines.word((count - i) * size - 4).bytes(4, 0).word(7);
            lines.bytes(1, 1, 1, 0, 1, 1, 0).bytes(0);
            for (int at = 18; at < size; at++) {
                lines.bytes(0x55);
            }
            entries.unit(0, new Writer().bytes(1).word(i * size).toArray());
        }
        refuses(
                "the debug information refers to the same places",
                dwarf(entries.toArray(), abbreviations, new byte[1], lines.toArray()),
                Dwarf::lines);
    }
}
