package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceReader;
import ringside.cpu.tracefile.TraceReplay;
import ringside.cpu.tracefile.TraceWriter;
import ringside.kernels.image.ImageCatalog;

/** A session on a PC, with a flat multiboot kernel of a few instructions. */
class PcSessionTest {
    private static final int LOAD = 0x10_0000;

    private static byte[] kernel(String code) {
        byte[] file = new byte[0x80];
        int flags = 1 << 16;
        int[] header = {0x1BAD_B002, flags, -(0x1BAD_B002 + flags), LOAD, LOAD, 0, 0, LOAD + 0x20};
        for (int i = 0; i < header.length * 4; i++) {
            file[i] = (byte) (header[i / 4] >>> 8 * (i % 4));
        }
        byte[] bytes = HexFormat.of().parseHex(code.replace(" ", ""));
        System.arraycopy(bytes, 0, file, 0x20, bytes.length);
        return file;
    }

    private static Session open(String code, SessionOptions options) {
        return Session.open(ImageCatalog.ofBytes("flat.bin", kernel(code)), options, new InputLog(List.of()));
    }

    @Test
    void everyViewCanBeReadOrSaysWhyNot() {
        Session session = open("b001 ebfe", SessionOptions.DEFAULT);
        session.timeline().seek(1);
        assertEquals("pc", session.timeline().machine().board());
        for (String name : List.of("registers", "disassembly", "source", "stack", "devices", "console", "tlb")) {
            ViewCatalog.read(session, name);
        }
        assertThrows(UnreadableException.class, () -> ViewCatalog.read(session, "mpu"));
        assertTrue(session.stack().frames().size() <= 1);
    }

    @Test
    void registersOf32BitCodeHaveTheirNames() {
        Session session = open("ebfe", SessionOptions.DEFAULT);
        assertEquals(0x2BAD_B002L, session.registerReader().read("eax"));
        assertEquals(LOAD + 0x20, session.registerReader().read("eip"));
    }

    @Test
    void theScreenShowsWhatTheKernelWrote() {
        // mov dword [0xb8000], 'Hi' with colours
        Session session = open("c70500800b0048076907 ebfe", SessionOptions.DEFAULT);
        session.timeline().seek(1);
        assertEquals("Hi", session.screen().rows().get(0).strip());
    }

    private static Session withModules(List<BootModule> modules) {
        MachineOptions options = MachineOptions.DEFAULT.withModules(modules);
        // mov eax, [ebx+24]; mov ecx, [eax]; the sum of the first module's five bytes in dl
        String code = "8b4318 8b08 31d2 be05000000 025431ff 4e 75f9 ebfe";
        return open(code, new SessionOptions("", options, HistoryBudget.STANDARD));
    }

    @Test
    void aTraceCarriesTheModulesAndReplays(@TempDir Path folder) {
        Session session = withModules(
                List.of(new BootModule("first", new byte[] {1, 2, 3, 4, 5}), new BootModule("", new byte[0])));
        session.timeline().seek(500);
        assertEquals(15, session.registerReader().read("edx"), "the guest has read its module");
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(SessionTraces.record(session, "test"), file);
        TraceFile trace = TraceReader.read(file);
        Session opened = SessionTraces.open(trace, "run.rtrace");
        TraceReplay replay = TraceReplay.run(trace, opened.timeline(), Long.MAX_VALUE, Cancellation.NEVER);
        assertTrue(replay.agrees(), replay.toString());
        assertEquals(15, opened.registerReader().read("edx"));
        Session without = SessionTraces.open(trace.withModules(List.of()), "run.rtrace");
        TraceReplay other = TraceReplay.run(trace, without.timeline(), Long.MAX_VALUE, Cancellation.NEVER);
        assertEquals(0, other.divergence().mark(), "without its modules it is another run");
    }

    @Test
    void moreModulesThanATraceHoldsAreRefused() {
        Session session = withModules(Collections.nCopies(33, new BootModule("m", new byte[1])));
        BadInputException bad = assertThrows(BadInputException.class, () -> SessionTraces.record(session, "test"));
        assertTrue(bad.getMessage().contains("at most 32 files of --module, not 33"), bad.getMessage());
    }

    @Test
    void moreBytesOfModulesThanATraceHoldsAreRefused() {
        byte[] large = new byte[40 << 20];
        byte[] code = HexFormat.of().parseHex("f4" + "00".repeat(4095));
        MachineOptions options =
                MachineOptions.DEFAULT.withModules(Collections.nCopies(27, new BootModule("m", large)));
        // A ROM takes its first module only, so that all of them need not fit into memory.
        Session session = Session.open(
                ImageCatalog.ofBytes("rom.bin", code),
                new SessionOptions("pc", options, HistoryBudget.STANDARD),
                new InputLog(List.of()));
        BadInputException bad = assertThrows(BadInputException.class, () -> SessionTraces.record(session, "test"));
        assertTrue(bad.getMessage().contains("at most 1 GiB"), bad.getMessage());
    }
}
