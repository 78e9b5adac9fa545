package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.image.Symbol;
import ringside.cpu.image.UnreadableException;

/** Call stacks and local variables; what must come out is what gdb showed at the same moment. */
class CallStackTest {
    private static String describe(Snapshot snapshot, StackFrame frame) {
        StringBuilder text = new StringBuilder();
        List<CodePlace> places = snapshot.dwarf.placesAt(frame.lookupAddress());
        text.append(places.get(places.size() - 1).function())
                .append(" at 0x")
                .append(Long.toHexString(frame.address()));
        for (Variable local : snapshot.dwarf.localsAt(frame.lookupAddress())) {
            if (local.inlineDepth() == places.size() - 1) {
                String value =
                        snapshot.dwarf.read(local, frame, snapshot::memory).display();
                text.append("; ").append(local.name()).append(" = ");
                text.append(value.startsWith("<") ? "gone" : value);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"rust-arm-dwarf5", "rust-arm-dwarf4"})
    void optimisedRustOnArm(String image) {
        Snapshot snapshot = Snapshot.running(image);
        CallStack stack = snapshot.callStack();
        assertEquals(
                List.of(
                        "fixture::schedule at 0x32; scaled = 165; process = 0x20000008; slot = 0; budget = gone",
                        "fixture::sum_deep at 0x80; copy = [1, 1, 2, 3]; depth = gone; values = gone",
                        "fixture::sum_deep at 0x80; copy = [1, 2, 2, 3]; depth = gone; values = gone",
                        "fixture::sum_deep at 0x80; copy = [1, 2, 3, 3]; depth = gone; values = gone",
                        "fixture::_start at 0xd8; round = 1"),
                stack.frames().stream().map(frame -> describe(snapshot, frame)).toList());
        assertEquals("the outermost function is reached", stack.end());
    }

    @Test
    void unoptimisedRustOnArm() {
        Snapshot snapshot = Snapshot.running("rust-arm-debug-dwarf5");
        assertEquals(
                List.of(
                        "fixture::schedule at 0xba; scaled = 165; process = 0x20000008; slot = 0; budget = 0",
                        "fixture::sum_deep at 0x1a2; copy = [0, 1, 2, 3]; depth = 0; values = 0x2000feec",
                        "fixture::sum_deep at 0x1ae; copy = [1, 1, 2, 3]; depth = 1; values = 0x2000ff2c",
                        "fixture::sum_deep at 0x1ae; copy = [1, 2, 2, 3]; depth = 2; values = 0x2000ff6c",
                        "fixture::sum_deep at 0x1ae; copy = [1, 2, 3, 3]; depth = 3; values = 0x2000ffd0",
                        "fixture::_start at 0x298; round = 1"),
                snapshot.callStack().frames().stream()
                        .map(frame -> describe(snapshot, frame))
                        .toList());
    }

    @Test
    void cOnX86() {
        Snapshot unoptimised = Snapshot.running("c-x86-debug-dwarf4");
        assertEquals(
                List.of(
                        "add at 0x4000c8; a = 100; b = -2137907274; sum = -2137907174",
                        "work at 0x40011b; i = 2; count = 5; node = 0x401020; total = 100",
                        "_start at 0x40014d"),
                unoptimised.callStack().frames().stream()
                        .map(frame -> describe(unoptimised, frame))
                        .toList());
        Snapshot optimised = Snapshot.running("c-x86-dwarf5");
        List<String> frames = optimised.callStack().frames().stream()
                .map(frame -> describe(optimised, frame))
                .toList();
        assertEquals(2, frames.size());
        assertTrue(frames.get(0).startsWith("work at "), frames.get(0));
        assertTrue(frames.get(0).contains("i = 2"), frames.get(0));
        assertTrue(frames.get(0).contains("count = 5; node = 0x401080; total = -2137907174"), frames.get(0));
        assertEquals("_start at 0x40010e", frames.get(1));
    }

    @Test
    void placesOfVariablesAreToldInWords() {
        Snapshot snapshot = Snapshot.running("rust-arm-dwarf5");
        StackFrame innermost = snapshot.callStack().innermost();
        Map<String, String> places = new TreeMap<>();
        for (Variable local : snapshot.dwarf.localsAt(innermost.lookupAddress())) {
            places.put(
                    local.name(),
                    snapshot.dwarf.locate(local, innermost, snapshot::memory).text());
        }
        assertTrue(places.get("scaled").startsWith("in r"), places.toString());
        assertTrue(places.get("budget").startsWith("optimised out: "), places.toString());
    }

    @Test
    void codeWithoutFrameInformationEndsTheStackHonestly() {
        Snapshot snapshot = Snapshot.running("rust-arm-dwarf5");
        CallStack stack =
                snapshot.dwarf.callStack(name -> name.equals("pc") ? 0x4 : snapshot.register(name), snapshot::memory);
        assertEquals(1, stack.frames().size());
        assertEquals("there is no frame information for 0x4", stack.end());
        assertEquals(OptionalLong.empty(), stack.innermost().canonicalFrameAddress());
    }

    @Test
    void unreadableStackMemoryEndsTheStackHonestly() {
        Snapshot snapshot = Snapshot.running("rust-arm-dwarf5");
        CallStack stack = snapshot.dwarf.callStack(snapshot::register, (address, length) -> {
            throw UnreadableException.memory(address, length);
        });
        assertEquals(1, stack.frames().size());
        assertEquals("the outermost function is reached", stack.end());
    }

    /** The return address of a function that has not begun yet is in the link register, with or without information. */
    @Test
    void theFirstInstructionOfAFunctionNeedsNoFrameInformation() {
        Snapshot snapshot = Snapshot.running("rust-arm-debug-dwarf5");
        Symbol silent = snapshot.symbols.all().stream()
                .filter(symbol -> symbol.isFunction()
                        && snapshot.dwarf.callFrames().at(symbol.address()).isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, Long> registers = new TreeMap<>(snapshot.registers());
        registers.put("pc", silent.address());
        registers.put("lr", 0x1A3L);
        CallStack stack = snapshot.dwarf.callStack(registers::get, snapshot::memory);
        assertEquals(0x1A2, stack.frames().get(1).address());
        assertEquals(registers.get("sp"), stack.frames().get(1).register("sp"));
        registers.put("pc", silent.address() + 2);
        assertEquals(
                1,
                snapshot.dwarf
                        .callStack(registers::get, snapshot::memory)
                        .frames()
                        .size());
    }

    /** A handler interrupts code on the process stack: eight words at PSP, and padding that xpsr tells of.   @arm B1.5.7 */
    @ParameterizedTest
    @CsvSource({"fixture::double, 0", "nothing, 4"})
    void anExceptionFrameLeadsToTheInterruptedCode(String function, long otherwise) {
        Snapshot snapshot = Snapshot.running("rust-arm-dwarf5");
        long handler = snapshot.symbols.named(function).map(Symbol::address).orElse(otherwise);
        Map<String, Long> registers = new TreeMap<>(snapshot.registers());
        registers.put("pc", handler);
        registers.put("lr", 0xFFFF_FFFDL);
        registers.put("psp", 0x2000_1000L);
        int[] stacked = {10, 11, 12, 13, 14, 0xD9, 0x32, 0x0100_0200};
        CallStack stack = snapshot.dwarf.callStack(registers::get, (address, length) -> {
            int word = (int) (address - 0x2000_1000L) / 4;
            if (word < 0 || word >= stacked.length || length != 4) {
                throw UnreadableException.memory(address, length);
            }
            int value = stacked[word];
            return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
        });
        StackFrame interrupted = stack.frames().get(1);
        assertEquals(StackFrame.Kind.INTERRUPTED, interrupted.kind());
        assertEquals(0x32, interrupted.address());
        assertEquals(0x32, interrupted.lookupAddress());
        assertEquals(12, interrupted.register("r2"));
        assertEquals(0x2000_1000L + 0x20 + 4, interrupted.register("sp"));
    }
}
