package ringside.lessons.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.kernels.image.ImageCatalog;
import ringside.lessons.format.LessonFiles;

/** The files of a lesson in a folder. */
record FolderFiles(Path folder) implements LessonFiles {
    private static final long LARGEST = 1 << 20;

    @Override
    public String name() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    @Override
    public Optional<String> text(String file) {
        Path path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            if (Files.size(path) > LARGEST) {
                throw new BadInputException(path + " is larger than 1 MiB; no lesson needs so much");
            }
            return Optional.of(Files.readString(path));
        } catch (CharacterCodingException notText) {
            throw new BadInputException(path + " is not UTF-8 text", notText);
        } catch (IOException unreadable) {
            throw new BadInputException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public String image(String named) {
        if (ImageCatalog.names().contains(named)) {
            return named;
        }
        try {
            Path beside = folder.resolve(named);
            return Files.isRegularFile(beside) ? beside.toString() : named;
        } catch (InvalidPathException noPath) {
            throw new BadInputException("\"" + named + "\" cannot be the name of an image", noPath);
        }
    }
}
