package ringside.cpu.semihosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.armv7m.SemihostingHandler.Exit;
import ringside.cpu.armv7m.SemihostingHandler.Value;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** The operations, by their names in Arm's specification. */
class SemihostingTest {
    private static final int BLOCK = 0x100;
    private static final int TEXT = 0x200;
    private static final int SECOND_TEXT = 0x300;
    private static final int BUFFER = 0x400;

    private final Bus bus = new Bus();
    private final Clock clock = new Clock();
    private final TraceRing trace = new TraceRing(4096);
    private final Semihosting semihosting = make(GuestFiles.of(
            Map.of("in.txt", "hello".getBytes(StandardCharsets.UTF_8), "dir/deep.txt", new byte[] {1, 2, 3})));

    private Semihosting make(GuestFiles files) {
        if (bus.rams().isEmpty()) {
            bus.map(new Ram("ram", 0, 0x10000));
            trace.record(CpuEventKind.CONSOLE.bit());
        }
        SemihostingSetup setup = new SemihostingSetup(1000, "image.elf one two", files, 0x2000, 0x10000);
        return new Semihosting(setup, bus, clock, new ConsoleOutput(trace, clock, 5), () -> {});
    }

    private int call(Semihosting on, int operation, int... block) {
        for (int i = 0; i < block.length; i++) {
            bus.store(BLOCK + 4 * i, Width.WORD, block[i]);
        }
        return ((Value) on.call(operation, BLOCK)).r0();
    }

    private int call(int operation, int... block) {
        return call(semihosting, operation, block);
    }

    private int put(int address, String text) {
        bus.poke(address, (text + "\0").getBytes(StandardCharsets.UTF_8));
        return text.length();
    }

    private String get(int address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) bus.peek(address + i, Width.BYTE);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int open(Semihosting on, String name, int mode) {
        return call(on, 0x01, TEXT, mode, put(TEXT, name));
    }

    private int open(String name, int mode) {
        return open(semihosting, name, mode);
    }

    private int errno() {
        return call(0x13);
    }

    private String printed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < trace.size(); i++) {
            assertEquals(5, trace.argument(i, 0));
            text.append((char) trace.argument(i, 1));
        }
        return text.toString();
    }

    @Test
    void printsBytesTextsAndTheTerminal() {
        put(TEXT, "xyz");
        semihosting.call(0x03, TEXT);
        semihosting.call(0x04, TEXT + 1);
        int terminal = open(":tt", 4);
        put(BUFFER, "hi\n");
        assertEquals(0, call(0x05, terminal, BUFFER, 3));
        assertEquals("xyzhi\n", printed());
        assertEquals(1, call(0x09, terminal));
    }

    @Test
    void readsTypedInputAndFindsItsEnd() {
        semihosting.receive(new byte[] {'a', 'b', 'c'});
        int terminal = open(":tt", 0);
        assertEquals('a', ((Value) semihosting.call(0x07, 0)).r0());
        assertEquals(2, call(0x06, terminal, BUFFER, 4));
        assertEquals("bc", get(BUFFER, 2));
        assertEquals(4, call(0x06, terminal, BUFFER, 4));
        assertEquals(-1, ((Value) semihosting.call(0x07, 0)).r0());
    }

    @Test
    void readsSeeksAndMeasuresAFile() {
        int file = open("in.txt", 0);
        assertEquals(5, call(0x0C, file));
        assertEquals(0, call(0x06, file, BUFFER, 2));
        assertEquals("he", get(BUFFER, 2));
        assertEquals(7, call(0x06, file, BUFFER, 10));
        assertEquals("llo", get(BUFFER, 3));
        assertEquals(10, call(0x06, file, BUFFER, 10));
        assertEquals(0, call(0x0A, file, 1));
        assertEquals(0, call(0x06, file, BUFFER, 4));
        assertEquals("ello", get(BUFFER, 4));
        assertEquals(0, call(0x09, file));
        assertEquals(0, call(0x02, file));
        assertEquals(-1, call(0x02, file));
        assertEquals(Errno.BAD_HANDLE, errno());
    }

    @Test
    void writesAppendsAndUpdates() {
        int file = open("out.txt", 6);
        put(BUFFER, "abcdef");
        assertEquals(0, call(0x05, file, BUFFER, 6));
        call(0x0A, file, 2);
        assertEquals(0, call(0x05, file, BUFFER, 1));
        call(0x02, file);
        file = open("out.txt", 8);
        assertEquals(0, call(0x05, file, BUFFER + 5, 1));
        assertEquals("abadeff", text(semihosting.presentFiles().contents().get("out.txt")));
        call(0x02, file);
        open("in.txt", 4);
        assertEquals(0, semihosting.presentFiles().contents().get("in.txt").length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aFileOpenedForReadingCannotBeWritten() {
        int file = open("in.txt", 1);
        assertEquals(3, call(0x05, file, BUFFER, 3));
        file = open("new.txt", 4);
        assertEquals(3, call(0x06, file, BUFFER, 3));
        assertEquals(Errno.BAD_HANDLE, errno());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../secret",
                "dir/../../secret",
                "..",
                "a/../../b",
                "C:\\x",
                "\\\\host\\x",
                "",
                ".",
                "x:y",
                "in.txt/below",
                "bell\u0007"
            })
    void namesThatLeadOutsideAreRefused(String name) {
        for (int mode = 0; mode < 12; mode++) {
            assertEquals(-1, open(name, mode), name + " in mode " + mode);
        }
        assertEquals(2, semihosting.presentFiles().contents().size());
    }

    @Test
    void namesInsideAreCleanedUp() {
        assertTrue(open("./dir//../in.txt", 0) > 0);
        assertTrue(open("dir/deep.txt", 0) > 0);
        assertEquals(-1, open("dir", 0));
        assertEquals(Errno.IS_FOLDER, errno());
        assertEquals(-1, open("absent", 0));
        assertEquals(Errno.NO_ENTRY, errno());
    }

    @Test
    void withoutAFolderThereAreNoFiles() {
        Semihosting bare = make(GuestFiles.unavailable());
        for (int mode = 0; mode < 12; mode++) {
            assertEquals(-1, open(bare, "in.txt", mode));
        }
        assertTrue(open(bare, ":tt", 4) > 0);
    }

    @Test
    void removesAndRenames() {
        assertEquals(0, call(0x0F, TEXT, put(TEXT, "in.txt"), SECOND_TEXT, put(SECOND_TEXT, "dir/in.txt")));
        assertEquals(-1, open("in.txt", 0));
        int file = open("dir/in.txt", 0);
        assertEquals(-1, call(0x0E, TEXT, put(TEXT, "dir/in.txt")));
        call(0x02, file);
        assertEquals(0, call(0x0E, TEXT, put(TEXT, "dir/in.txt")));
        assertEquals(-1, call(0x0E, TEXT, put(TEXT, "dir/in.txt")));
        assertEquals(-1, call(0x0F, TEXT, put(TEXT, "dir/deep.txt"), SECOND_TEXT, put(SECOND_TEXT, "../out")));
    }

    @Test
    void tellsTimeByTheClock() {
        for (int i = 0; i < 2500; i++) {
            clock.retire();
        }
        assertEquals(250, call(0x10));
        assertEquals(1_767_225_602, call(0x11));
        assertEquals(0, call(0x30));
        assertEquals(2500, bus.peek(BLOCK, Width.DOUBLEWORD));
        assertEquals(1000, call(0x31));
    }

    @Test
    void givesCommandLineHeapAndTemporaryName() {
        assertEquals(0, call(0x15, BUFFER, 80));
        assertEquals(17, bus.peek(BLOCK + 4, Width.WORD));
        assertEquals("image.elf one two\0", get(BUFFER, 18));
        assertEquals(-1, call(0x15, BUFFER, 17));
        assertEquals(0, call(0x16, BUFFER));
        assertEquals(0x2000, bus.peek(BUFFER, Width.WORD));
        assertEquals(0x10000, bus.peek(BUFFER + 4, Width.WORD));
        assertEquals(0, call(0x0D, BUFFER, 7, 20));
        assertEquals("tmp-7\0", get(BUFFER, 6));
        assertEquals(-1, call(0x0D, BUFFER, 256, 20));
        assertEquals(-1, call(0x0D, BUFFER, 7, 5));
    }

    @Test
    void announcesItsExtensions() {
        int features = open(":semihosting-features", 0);
        assertEquals(5, call(0x0C, features));
        assertEquals(0, call(0x06, features, BUFFER, 4));
        assertEquals("SHFB", get(BUFFER, 4));
        assertEquals(1, call(0x06, features, BUFFER, 2));
        assertEquals(3, bus.peek(BUFFER, Width.BYTE));
    }

    @Test
    void endsTheRun() {
        assertEquals(new Exit(0), semihosting.call(0x18, 0x20026));
        assertEquals(new Exit(1), semihosting.call(0x18, 0x20023));
        bus.store(BLOCK, Width.WORD, 0x20026);
        bus.store(BLOCK + 4, Width.WORD, 42);
        assertEquals(new Exit(42), semihosting.call(0x20, BLOCK));
    }

    @Test
    void refusesCommandsOfTheHostAndUnknownOperations() {
        assertEquals(-1, call(0x12, TEXT, put(TEXT, "rm -rf /")));
        assertEquals(-1, call(0x7777));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9, 0x0A, 0x0C, 0x0D, 0x0E, 0x0F, 0x15, 0x16, 0x20, 0x30})
    void aPointerToNowhereIsAnErrorOfTheCall(int operation) {
        assertEquals(new Value(-1, false), semihosting.call(operation, 0x8000_0000));
        assertEquals(Errno.BAD_ADDRESS, errno());
        assertEquals(-1, ((Value) semihosting.call(operation, -2)).r0());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x10_0000})
    void senselessLengthsAreErrors(int length) {
        int file = open("in.txt", 3);
        assertEquals(-1, call(0x01, TEXT, 0, length));
        assertEquals(-1, call(0x05, file, BUFFER, length));
        assertTrue(call(0x06, file, BUFFER, length) != 0);
        assertEquals(-1, call(0x0E, TEXT, length));
    }

    @Test
    void everythingGoesBackInTime() {
        int file = open("in.txt", 2);
        call(0x06, file, BUFFER, 2);
        semihosting.receive(new byte[] {'a', 'b'});
        StateWriter before = new StateWriter();
        semihosting.save(before);
        put(BUFFER, "XX");
        call(0x05, file, BUFFER, 2);
        semihosting.call(0x07, 0);
        open("new", 4);
        call(0x02, file);
        semihosting.restore(new StateReader(before.toByteArray()));
        StateWriter after = new StateWriter();
        semihosting.save(after);
        assertArrayEquals(before.toByteArray(), after.toByteArray());
        call(0x06, file, BUFFER, 3);
        assertEquals("llo", get(BUFFER, 3));
        assertEquals('a', ((Value) semihosting.call(0x07, 0)).r0());
        assertEquals(2, semihosting.presentFiles().contents().size());
    }
}
