package ringside.app.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** Pictures of panes need no display, show something, and leave the session where it was. */
class PanePictureTest {
    @TempDir
    private Path folder;

    private static int colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void everyPaneCanBeDrawn() throws IOException {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().seek(20_000);
        for (String pane : PanePicture.names()) {
            Path file = folder.resolve(pane + ".png");
            PanePicture.write(session, pane, file);
            assertTrue(colours(file) > 50, pane + " shows next to nothing");
        }
        assertEquals(20_000, session.timeline().mark());
    }

    @Test
    void anUnknownPaneAndAnUnwritableFileAreTold() {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        BadInputException noPane = assertThrows(
                BadInputException.class, () -> PanePicture.write(session, "ceiling", folder.resolve("a.png")));
        assertTrue(noPane.getMessage().contains("registers"), noPane.getMessage());
        assertThrows(
                BadInputException.class,
                () -> PanePicture.write(
                        session, "registers", folder.resolve("none").resolve("a.png")));
    }

    @Test
    void withoutADisplayTheTourPrintsTheConsoleAndNamesTheFolder() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                HeadlessTour.run("DISPLAY is not set", new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        String text = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, status);
        assertTrue(text.lines().findFirst().orElse("").contains("DISPLAY is not set"));
        assertTrue(text.contains("hello: line 1"));
        String last = text.lines().reduce((one, two) -> two).orElse("");
        Path named = Path.of(last.substring(last.indexOf(" are in ") + 8));
        assertTrue(Files.exists(named.resolve("window.png")), last);
    }
}
