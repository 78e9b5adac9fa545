package ringside.cpu.semihosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;

/** The folder that a user lends to the guest, with links that try to lead out of it. */
class HostFolderTest {
    @TempDir
    private Path temporary;

    private Path lent;
    private Path secret;

    @BeforeEach
    void makeFolders() throws IOException {
        lent = Files.createDirectories(temporary.resolve("lent/sub")).getParent();
        secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
        Files.writeString(lent.resolve("a.txt"), "a");
        Files.writeString(lent.resolve("sub/b.txt"), "b");
    }

    @Test
    void readsFilesOfAllDepths() {
        GuestFiles files = HostFolder.at(lent).read();
        assertEquals(List.of("a.txt", "sub/b.txt"), List.copyOf(files.contents().keySet()));
        assertTrue(files.isAvailable());
    }

    @Test
    void doesNotSeeWhatLiesBehindLinksToTheOutside() throws IOException {
        Files.createSymbolicLink(lent.resolve("leak.txt"), secret);
        Files.createSymbolicLink(lent.resolve("up"), temporary);
        Files.createSymbolicLink(lent.resolve("broken"), temporary.resolve("nothing"));
        Files.createSymbolicLink(lent.resolve("inside.txt"), lent.resolve("a.txt"));
        GuestFiles files = HostFolder.at(lent).read();
        assertEquals(
                List.of("a.txt", "inside.txt", "sub/b.txt"),
                List.copyOf(files.contents().keySet()));
    }

    @Test
    void writesOnlyWhatChanged() throws IOException {
        HostFolder folder = HostFolder.at(lent);
        GuestFiles before = folder.read();
        Map<String, byte[]> after = new HashMap<>(before.contents());
        after.remove("a.txt");
        after.put("new/deep/c.txt", new byte[] {'c'});
        folder.write(before, GuestFiles.of(after));
        assertFalse(Files.exists(lent.resolve("a.txt")));
        assertEquals("b", Files.readString(lent.resolve("sub/b.txt")));
        assertEquals("c", Files.readString(lent.resolve("new/deep/c.txt")));
    }

    @Test
    void neverWritesThroughALink() throws IOException {
        HostFolder folder = HostFolder.at(lent);
        Files.createSymbolicLink(lent.resolve("leak.txt"), secret);
        Files.createSymbolicLink(lent.resolve("up"), temporary);
        GuestFiles before = folder.read();
        for (String name : List.of("leak.txt", "up/secret.txt", "../secret.txt")) {
            Map<String, byte[]> after = new HashMap<>(before.contents());
            after.put(name, new byte[] {'x'});
            assertThrows(BadInputException.class, () -> folder.write(before, GuestFiles.of(after)), name);
        }
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void somethingElseThanAFolderIsRefused() {
        assertThrows(BadInputException.class, () -> HostFolder.at(secret));
        assertThrows(BadInputException.class, () -> HostFolder.at(temporary.resolve("nowhere")));
    }
}
