package ringside.cpu.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** The small images in the test resources; {@code README.md} there says how they were made. */
public final class Fixture {
    private Fixture() {}

    /** The bytes of an image. */
    public static byte[] bytes(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new NoSuchFileException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An image, read. */
    public static Elf elf(String name) {
        return Elf.parse(name, bytes(name));
    }
}
