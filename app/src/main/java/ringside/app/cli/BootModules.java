package ringside.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.cpu.BadInputException;
import ringside.cpu.pc.boot.BootModule;

/** Reads the files of {@code --module}. */
final class BootModules {
    private static final long LARGEST = 512L << 20;

    private BootModules() {}

    static BootModule read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new BadInputException("--module: there is no file \"" + file + "\"");
            }
            if (Files.size(path) > LARGEST) {
                throw new BadInputException("--module: " + file + " is larger than 512 MiB");
            }
            return new BootModule(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadInputException(
                    "--module: " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
