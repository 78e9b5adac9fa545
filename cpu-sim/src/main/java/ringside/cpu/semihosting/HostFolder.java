package ringside.cpu.semihosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ringside.cpu.BadInputException;

/**
 * A folder of the host that the user lends to the guest.
 *
 * <p>It is read whole before the run, and written only by {@link #write}. Links are not followed out of the folder:
 * a link to a file that really lies inside is that file, any other link is not there.
 *
 * @param root the folder, absolute and without links
 */
public record HostFolder(Path root) {
    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 64L << 20;

    /**
     * Finds the folder.
     *
     * @throws BadInputException if it is not a folder
     */
    public static HostFolder at(Path path) {
        try {
            Path real = path.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new BadInputException(path + " is not a folder; --host-folder needs one");
            }
            return new HostFolder(real);
        } catch (IOException cause) {
            throw new BadInputException("the folder " + path + " for --host-folder cannot be opened", cause);
        }
    }

    /**
     * Reads all files.
     *
     * @throws BadInputException if there are too many of them, or one cannot be read
     */
    public GuestFiles read() {
        Map<String, byte[]> contents = new TreeMap<>();
        long bytes = 0;
        for (Path path : paths()) {
            byte[] content = readFile(path);
            bytes += content.length;
            if (bytes > MOST_BYTES) {
                throw new BadInputException(
                        "the folder " + root + " holds more than 64 MiB of files; lend the guest a smaller one");
            }
            contents.put(nameOf(path), content);
        }
        return GuestFiles.of(contents);
    }

    private List<Path> paths() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files =
                    all.filter(this::isFileInside).limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new BadInputException("the folder " + root + " holds more than " + MOST_FILES
                        + " files; lend the guest a smaller one");
            }
            return files;
        } catch (IOException | java.io.UncheckedIOException cause) {
            throw new BadInputException("the folder " + root + " for --host-folder cannot be read", cause);
        }
    }

    private boolean isFileInside(Path path) {
        try {
            return Files.isRegularFile(path) && path.toRealPath().startsWith(root);
        } catch (IOException unreachable) {
            return false;
        }
    }

    private byte[] readFile(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new BadInputException(
                        "the file " + path + " is larger than 64 MiB; lend the guest a folder without it");
            }
            return Files.readAllBytes(path);
        } catch (IOException cause) {
            throw new BadInputException("the file " + path + " in the folder for --host-folder cannot be read", cause);
        }
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /**
     * Makes the folder's files those that the guest has now: writes what it changed, deletes what it deleted.
     *
     * @param before what was read before the run
     * @param after what the guest has now
     * @throws BadInputException if a file cannot be written, or would lie outside the folder by a link
     */
    public void write(GuestFiles before, GuestFiles after) {
        for (Map.Entry<String, byte[]> file : after.contents().entrySet()) {
            byte[] old = before.contents().get(file.getKey());
            if (!java.util.Arrays.equals(old, file.getValue())) {
                writeFile(file.getKey(), file.getValue());
            }
        }
        for (String name : before.contents().keySet()) {
            if (!after.contents().containsKey(name)) {
                deleteFile(name);
            }
        }
    }

    private void writeFile(String name, byte[] content) {
        Path path = root.resolve(name);
        try {
            refuseLinks(path);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        } catch (IOException cause) {
            throw new BadInputException("the file " + path + " that the guest wrote cannot be written", cause);
        }
    }

    private void deleteFile(String name) {
        Path path = root.resolve(name);
        try {
            refuseLinks(path);
            Files.deleteIfExists(path);
        } catch (IOException cause) {
            throw new BadInputException("the file " + path + " that the guest deleted cannot be deleted", cause);
        }
    }

    private void refuseLinks(Path path) {
        if (!path.normalize().startsWith(root)) {
            throw new BadInputException("the guest's file " + path + " would lie outside the folder " + root);
        }
        for (Path part = path; !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)
                    || Files.exists(part, LinkOption.NOFOLLOW_LINKS)
                            && part != path
                            && !Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadInputException(
                        "the guest's file " + path + " is not written: " + part + " is a link or not a folder");
            }
        }
    }
}
