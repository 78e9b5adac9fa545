package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.image.UnreadableException;

/** Values of global variables; what must come out is what stands in the sources of the fixtures. */
class TypedValueTest {
    private static final String[] RUST = {
        "rust-arm-dwarf5",
        "rust-arm-dwarf4",
        "rust-arm-debug-dwarf5",
        "rust-arm-debug-dwarf4",
        "rust-x86-dwarf5",
        "rust-x86-dwarf4",
        "rust-x86-debug-dwarf5"
    };
    private static final String[] C = {"c-x86-dwarf5", "c-x86-debug-dwarf4", "c-x86-compressed", "c-i386-dwarf3"};

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        kernel::PROCESSES[0].id            | 7
        kernel::PROCESSES[0].name          | "blink"
        kernel::PROCESSES[0].state         | Yielded { since: 1234 }
        kernel::PROCESSES[0].state.since   | 1234
        kernel::PROCESSES[0].level         | High
        kernel::PROCESSES[0].regions       | [(536870912, 256), (536875008, 512), (0, 0)]
        kernel::PROCESSES[0].regions[1].__1 | 512
        kernel::PROCESSES[0].break_at      | Some(536872960)
        kernel::PROCESSES[0].next.__0.*.name | "idle"
        kernel::PROCESSES[0].word          | Word { whole: 131073, halves: [1, 2] }
        kernel::PROCESSES[0].letter        | 'é'
        kernel::PROCESSES[0].on            | true
        kernel::PROCESSES[1].name          | "shell"
        kernel::PROCESSES[1].state         | Faulted(3, 700)
        kernel::PROCESSES[1].state.__1     | 700
        kernel::PROCESSES[1].level         | Middle
        kernel::PROCESSES[1].break_at      | None
        kernel::PROCESSES[1].next          | None
        kernel::PROCESSES[1].word.whole    | 4294967294
        kernel::PROCESSES[1].word.halves   | [65534, 65535]
        kernel::IDLE.state                 | Unstarted
        kernel::IDLE.level                 | Low
        kernel::TICKS                      | 81985529216486895
        kernel::RATIO                      | 1.5
        kernel::NESTED                     | [[1, -2, 3], [-4, 5, -6]]
        kernel::NESTED[1][2]               | -6
        kernel::ZEROES                     | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, … 1000 in all]
        """)
    void rustValuesReadAsTheSourceWritesThem(String path, String text) {
        for (String image : RUST) {
            assertEquals(text, value(image, "fixture::" + path).display(), image);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        first.name.*        | 102
        first.next.*.value.ratio | 2.5
        first.next.*.next   | 0x0
        first.value.raw     | 1078530011
        first.colour        | GREEN
        first.owner.*       | <()>
        second.colour       | BLUE
        flags               | flags { ready: 1, level: 5, delta: -3, wide: 78187493530 }
        flags.delta         | -3
        matrix[0][1]        | [5, 6, 7, 8]
        matrix[1][0][0]     | -1
        text                | "hello"
        pi                  | 3.25
        """)
    void valuesOfCReadAsTheSourceWritesThem(String path, String text) {
        for (String image : C) {
            String found = value(image, path).display();
            assertEquals(text.equals("<()>") ? "()" : text, found, image);
        }
    }

    private static TypedValue value(String image, String path) {
        int end = path.replaceAll("(::\\w+|^\\w+)+", "").length();
        String variable = path.substring(0, path.length() - end);
        return Snapshot.ofImage(image).global(variable).at(path.substring(variable.length()));
    }

    @Test
    void integersOf128BitsAreShown() {
        TypedValue huge = Snapshot.ofImage("c-x86-dwarf5").global("huge");
        assertEquals("-5", huge.display());
        assertThrows(UnreadableException.class, huge::asLong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [2].id                        | PROCESSES: it has 2 elements, so none has the number 2
        [0].nonsense                  | PROCESSES[0]: its type fixture::Process has no part named nonsense
        [0].id.*                      | PROCESSES[0].id: its type u32 is no pointer
        [0].id[0]                     | PROCESSES[0].id: its type u32 has no elements
        [0].state.__0                 | PROCESSES[0].state: its type fixture::State has no part named __0
        [1].next.__0                  | PROCESSES[1].next: its type core::option::Option<&fixture::Process> has no part named __0
        [0]!                          | the path "[0]!" makes no sense from "!" on
        """)
    void aPathThatCannotBeGoneNamesTheStep(String path, String message) {
        TypedValue processes = Snapshot.ofImage("rust-arm-dwarf5").global("fixture::kernel::PROCESSES");
        assertEquals(
                message,
                assertThrows(UnreadableException.class, () -> processes.at(path))
                        .getMessage());
    }

    @Test
    void memoryThatDoesNotAnswerIsNamedWithThePath() {
        Snapshot snapshot = Snapshot.ofImage("rust-arm-dwarf5");
        Variable variable = snapshot.dwarf.global("fixture::kernel::PROCESSES").orElseThrow();
        TypedValue value = snapshot.dwarf.read(variable, (address, length) -> {
            throw UnreadableException.memory(address, length);
        });
        TypedValue id = value.at("[1].id");
        String message = assertThrows(UnreadableException.class, id::asLong).getMessage();
        assertTrue(message.startsWith("PROCESSES[1].id: memory at 0x200000"), message);
        assertTrue(value.display().contains("<memory at 0x200000"), value.display());
    }

    @Test
    void aValueHasNoBytesBehindItsEnd() {
        TypedValue ticks = Snapshot.ofImage("rust-arm-dwarf5").global("fixture::kernel::TICKS");
        assertEquals((byte) 0xCD, ticks.bytes(1, 2)[0]);
        for (int length : new int[] {-1, 9, Integer.MAX_VALUE}) {
            assertThrows(UnreadableException.class, () -> ticks.bytes(0, length));
        }
        assertThrows(UnreadableException.class, () -> ticks.bytes(-1, 1));
    }

    @Test
    void aLoadedValueKeepsTheBytesOfThen() {
        Snapshot snapshot = Snapshot.ofImage("rust-arm-dwarf5");
        Variable variable = snapshot.dwarf.global("fixture::kernel::TICKS").orElseThrow();
        byte[] now = {1, 0, 0, 0, 0, 0, 0, 0};
        TypedValue live = snapshot.dwarf.read(variable, (address, length) -> now.clone());
        TypedValue kept = live.loaded();
        now[0] = 2;
        assertEquals(2, live.asLong());
        assertEquals(1, kept.asLong());
        assertEquals(live.address(), kept.address());
    }

    @Test
    void thePartsOfAValueAreItsChildren() {
        TypedValue process = Snapshot.ofImage("rust-arm-dwarf5")
                .global("fixture::kernel::PROCESSES")
                .element(0);
        Set<String> names = process.parts(100).stream().map(TypedValue::path).collect(Collectors.toSet());
        assertTrue(names.contains("PROCESSES[0].name"), names.toString());
        assertEquals(11, names.size());
        assertEquals(1, process.field("next").field("__0").parts(10).size());
        assertEquals(
                "PROCESSES[0].state.Yielded.since",
                process.field("state").parts(10).get(0).path());
    }

    @Test
    void variantsAreAskedForByName() {
        TypedValue process = Snapshot.ofImage("rust-arm-dwarf5")
                .global("fixture::kernel::PROCESSES")
                .element(0);
        assertTrue(process.field("state").is("Yielded"));
        assertFalse(process.field("state").is("Running"));
        assertEquals("Some", process.field("break_at").variant());
        assertEquals("High", process.field("level").variant());
        assertEquals("blink", process.field("name").asText());
        assertTrue(process.field("name").isSlice());
        assertEquals(5, process.field("name").count());
        assertEquals(
                536872960, process.field("break_at").unwrapped().field("__0").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust-arm-dwarf5", "rust-arm-dwarf4"})
    void typesAreFoundByName(String image) {
        Snapshot snapshot = Snapshot.ofImage(image);
        Type process = snapshot.dwarf.type("fixture::Process").orElseThrow();
        Type.Struct struct = (Type.Struct) process;
        long address =
                snapshot.symbols.named("fixture::kernel::IDLE").orElseThrow().address();
        TypedValue value = snapshot.dwarf.valueAt("idle", process, address, snapshot::memory);
        assertEquals("idle", value.field("name").asText());
        assertEquals(
                struct.sizeInBytes(),
                snapshot.symbols.named("fixture::kernel::IDLE").orElseThrow().size());
        assertTrue(snapshot.dwarf.type("fixture::Nothing").isEmpty());
    }

    @Test
    void namesInTheSymbolTableFindVariablesToo() {
        Snapshot snapshot = Snapshot.ofImage("rust-arm-dwarf5");
        String link =
                snapshot.symbols.named("fixture::kernel::TICKS").orElseThrow().linkName();
        assertEquals(
                "fixture::kernel::TICKS",
                snapshot.dwarf.global(link).orElseThrow().qualifiedName());
    }
}
