package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.image.Symbol;

class FunctionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"rust-arm-dwarf5", "rust-arm-dwarf4", "rust-x86-dwarf5", "c-x86-dwarf5", "c-i386-dwarf3"})
    void functionsLieWhereTheSymbolTableSays(String image) {
        Snapshot snapshot = Snapshot.ofImage(image);
        List<Function> functions = snapshot.dwarf.functions();
        assertTrue(functions.size() >= 3, functions.toString());
        for (Function function : functions) {
            Symbol symbol = snapshot.symbols.at(function.entry()).orElseThrow().symbol();
            assertEquals(symbol.address(), function.entry());
            assertEquals(symbol.size(), function.ranges().get(0).size(), function.name());
        }
    }

    /** Two copies of one function lie in a third that lies in a fourth; the lines are llvm-symbolizer's. */
    @Test
    void copiesOfFunctionsAreShownWithTheirCalls() {
        Snapshot snapshot = Snapshot.ofImage("rust-x86-debug-dwarf5");
        long start = snapshot.symbols.named("fixture::schedule").orElseThrow().address();
        long size = snapshot.symbols.named("fixture::schedule").orElseThrow().size();
        boolean seen = false;
        for (long address = start; address < start + size; address++) {
            List<CodePlace> places = snapshot.dwarf.placesAt(address);
            List<String> names = places.stream().map(CodePlace::function).toList();
            if (names.equals(List.of("fixture::scale", "fixture::twice_scaled", "fixture::schedule"))) {
                seen = true;
                assertTrue(places.get(0).isInlined());
                assertTrue(List.of(88, 89, 90, 91).contains(places.get(0).line()), places.toString());
                assertEquals(96, places.get(1).line());
                assertEquals(131, places.get(2).line());
                assertEquals("main.rs", places.get(2).file().name());
            }
            assertEquals("fixture::schedule", names.get(names.size() - 1));
        }
        assertTrue(seen);
    }

    @Test
    void outsideOfFunctionsThereIsNone() {
        Snapshot snapshot = Snapshot.ofImage("rust-arm-dwarf5");
        assertEquals(List.of(), snapshot.dwarf.placesAt(0));
        assertTrue(snapshot.dwarf.functionAt(0x2000_0000L).isEmpty());
    }
}
