package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceManifest;
import ringside.cpu.tracefile.TraceReplay;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;

class SessionTracesTest {
    private static final BootImage IMAGE = ImageCatalog.open("mini-tock");

    private static TraceFile recorded() {
        Session session = Session.open(IMAGE);
        session.timeline().seek(250_000);
        session.input("uart0", new byte[] {'x'});
        session.timeline().seek(400_000);
        session.timeline().seek(123_456);
        return SessionTraces.record(session, "test");
    }

    private static TraceFile withManifest(TraceFile trace, String image, String sha256, Map<String, String> options) {
        TraceManifest manifest = new TraceManifest(
                "test", image, sha256, options, trace.manifest().lastMark());
        return new TraceFile(manifest, trace.inputs(), trace.digests(), Optional.empty(), trace.notes());
    }

    @Test
    void aTraceOpensAsTheSameRunWithTheCursorWhereItWas() {
        TraceFile trace = recorded();
        assertEquals(OptionalLong.of(123_456), SessionTraces.cursor(trace));
        assertEquals(400_000, trace.manifest().lastMark());
        assertTrue(trace.image().isEmpty(), "a bundled image is not carried");
        Session opened = SessionTraces.open(trace, "test.rtrace");
        TraceReplay replay = TraceReplay.run(trace, opened.timeline(), Long.MAX_VALUE, Cancellation.NEVER);
        assertTrue(replay.agrees(), replay.toString());
        assertEquals(400_000, opened.timeline().mark());
    }

    @Test
    void aCursorThatIsNoMarkOfTheRunIsIgnored() {
        for (String cursor : new String[] {"-1", "1.5", "1e999999999", "400001", "null", "\"5\"", "[]"}) {
            TraceFile trace = recorded().withNotes("{\"cursor\":" + cursor + "}");
            assertEquals(OptionalLong.empty(), SessionTraces.cursor(trace), cursor);
        }
    }

    @Test
    void theMachinesOptionsAreKept() {
        MachineOptions options = new MachineOptions(1_000_000, 0, "one two", GuestFiles.unavailable());
        Session session = Session.open(IMAGE, new SessionOptions("", options, HistoryBudget.STANDARD), new InputLog());
        session.timeline().seek(50_000);
        Session opened = SessionTraces.open(SessionTraces.record(session, "test"), "test.rtrace");
        assertEquals(1_000_000, opened.options().machine().clockHertz());
        assertEquals("one two", opened.options().machine().append());
        opened.timeline().seek(50_000);
        assertEquals(
                session.timeline().machine().digest(),
                opened.timeline().machine().digest());
    }

    @Test
    void anImageOfTheUsersOwnIsCarried() {
        Session session = Session.open(
                ImageCatalog.ofBytes("own.elf", ImageCatalog.open("echo").elf()));
        session.timeline().seek(1_000);
        TraceFile trace = SessionTraces.record(session, "test");
        assertTrue(trace.image().isPresent());
        assertEquals("own.elf", SessionTraces.open(trace, "t").image().name());
    }

    @Test
    void whatCannotBeOpenedIsRefusedWithTheReason() {
        TraceFile trace = recorded();
        String sha256 = trace.manifest().imageSha256();
        assertRefused(withManifest(trace, "mini-tock", "0".repeat(64), Map.of()), "another version of the image");
        assertRefused(withManifest(trace, "other", "0".repeat(64), Map.of()), "not bundled");
        assertRefused(withManifest(trace, "mini-tock", sha256, Map.of("colour", "red")), "\"colour\" is not known");
        assertRefused(withManifest(trace, "mini-tock", sha256, Map.of("machine", "cortex-m4")), "not in this version");
        assertRefused(withManifest(trace, "mini-tock", sha256, Map.of("machine", "x86-64")), "image for Arm");
        assertRefused(withManifest(trace, "mini-tock", sha256, Map.of("clock", "fast")), "not a number");
        assertRefused(withManifest(trace, "mini-tock", sha256, Map.of("board", "nosuch")), "no board");
    }

    private static void assertRefused(TraceFile trace, String reason) {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> SessionTraces.open(trace, "test.rtrace"));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
