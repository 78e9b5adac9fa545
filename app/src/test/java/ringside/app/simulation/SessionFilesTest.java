package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.kernels.session.Session;

/** A run that was saved opens again at the same state, with the input that was typed. */
class SessionFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aSavedRunOpensAgain() {
        Session session = SessionFiles.open("echo", Cancellation.NEVER);
        session.timeline().seek(5_000);
        session.input("uart0", "hi\n".getBytes(StandardCharsets.UTF_8));
        session.timeline().seek(9_000);
        Path file = folder.resolve("run.rtrace");
        SessionFiles.save(session, file);
        Session again = SessionFiles.open(file.toString(), Cancellation.NEVER);
        assertEquals(session.timeline().mark(), again.timeline().mark());
        assertEquals(
                session.timeline().machine().digest(),
                again.timeline().machine().digest());
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        Path file = folder.resolve("bad.rtrace");
        Files.writeString(file, "no trace");
        assertThrows(BadInputException.class, () -> SessionFiles.open(file.toString(), Cancellation.NEVER));
        assertThrows(BadInputException.class, () -> SessionFiles.open("no-such-image", Cancellation.NEVER));
    }
}
