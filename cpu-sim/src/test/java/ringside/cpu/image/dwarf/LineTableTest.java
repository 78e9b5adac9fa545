package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.image.Elf;
import ringside.cpu.image.Fixture;
import ringside.cpu.image.Symbols;

class LineTableTest {
    /** The rows as {@code llvm-dwarfdump --debug-line} prints them: address, line, column, file, flags. */
    static List<String> rows(Elf elf) {
        List<String> rows = new ArrayList<>();
        for (LineProgram program : new Units(DebugSections.of(elf, Symbols.of(elf))).linePrograms()) {
            LineRows table = program.rows();
            for (int i = 0; i < table.count(); i++) {
                rows.add(String.format(
                        Locale.ROOT,
                        "0x%016x %d %d %d%s%s%s%s%s",
                        table.address(i),
                        table.line(i),
                        table.column(i),
                        table.file(i),
                        table.has(i, LineRows.IS_STATEMENT) ? " is_stmt" : "",
                        table.has(i, LineRows.BASIC_BLOCK) ? " basic_block" : "",
                        table.has(i, LineRows.PROLOGUE_END) ? " prologue_end" : "",
                        table.has(i, LineRows.EPILOGUE_BEGIN) ? " epilogue_begin" : "",
                        table.has(i, LineRows.END_SEQUENCE) ? " end_sequence" : ""));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust-arm-dwarf5", "rust-x86-dwarf4", "c-x86-dwarf5"})
    void everyRowIsWhatAnotherReaderPrints(String image) {
        List<String> expected = new String(Fixture.bytes(image + ".lines"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(expected, rows(Fixture.elf(image + ".elf")));
    }

    /** From llvm-symbolizer. */
    @ParameterizedTest
    @CsvSource({
        "rust-arm-dwarf5, 0x32, main.rs, 133, true",
        "rust-arm-dwarf5, 0x7e, main.rs, 148, true",
        "rust-arm-dwarf5, 0xd7, main.rs, 157, true",
        "c-x86-dwarf5, 0x4000b0, fixture.c, 35, true",
    })
    void anAddressHasALine(String image, String address, String file, int line, boolean known) {
        LineTable lines = Snapshot.ofImage(image).dwarf.lines();
        SourceLine found = lines.at(Long.decode(address)).orElseThrow();
        assertEquals(file + ":" + line, found.toString());
        assertTrue(found.file().path().startsWith("/fixture/"), found.file().path());
        assertTrue(known && found.start() <= Long.decode(address) && Long.decode(address) < found.end());
    }

    @Test
    void aLineHasItsAddresses() {
        LineTable lines = Snapshot.ofImage("rust-arm-debug-dwarf5").dwarf.lines();
        SourceFile file = lines.filesNamed("src/main.rs").get(0);
        for (int line : lines.linesWithCode(file)) {
            for (long address : lines.addressesOf(file, line)) {
                // Several rows may begin at one address; the last of them holds.
                boolean holds =
                        lines.at(address).filter(found -> found.line() == line).isPresent();
                boolean shared = lines.linesWithCode(file).stream()
                        .anyMatch(other ->
                                other != line && lines.addressesOf(file, other).contains(address));
                assertTrue(holds || shared, file + ":" + line + " at 0x" + Long.toHexString(address));
            }
        }
        assertEquals(List.of(), lines.addressesOf(file, 1));
        assertTrue(lines.linesWithCode(file).size() > 20);
    }

    @Test
    void codeThatTheLinkerThrewAwayHasNoLines() {
        LineTable lines = Snapshot.ofImage("rust-arm-dwarf5").dwarf.lines();
        assertTrue(lines.at(0).isEmpty());
        assertTrue(lines.all().stream().allMatch(line -> line.start() >= 8 && line.end() > line.start()));
    }
}
