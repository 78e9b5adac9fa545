package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.pc.boot.BootModule;
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

    @Test
    void aTraceOfModulesIsRefused() {
        MachineOptions options = MachineOptions.DEFAULT.withModules(List.of(new BootModule("m", new byte[1])));
        Session session = open("ebfe", new SessionOptions("", options, HistoryBudget.STANDARD));
        BadInputException bad = assertThrows(BadInputException.class, () -> SessionTraces.record(session, "test"));
        assertTrue(bad.getMessage().contains("--module"), bad.getMessage());
    }
}
