package ringside.cpu.semihosting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The guest's files as they are at this moment of the run.
 *
 * <p>A name is taken apart and put together again without {@code .} and {@code ..}; one that is absolute or leads out of
 * the folder is refused. All of this happens inside the machine, so no name can reach a file of the host.
 */
final class FileStore implements Stateful {
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 1024;

    private final GuestFiles originals;
    private final byte[] originalsDigest;
    private final SortedMap<String, GuestFile> files = new TreeMap<>();

    FileStore(GuestFiles originals) {
        this.originals = originals;
        originalsDigest = originals.digest();
        originals.contents().forEach((name, bytes) -> files.put(name, GuestFile.original(bytes)));
    }

    /** The folder's own name for the file, or null if the guest must not have it. */
    String resolve(String name) {
        if (!originals.isAvailable()
                || name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':')) {
            return null;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? null : String.join("/", parts);
    }

    /** The file of that resolved name, or null. */
    GuestFile find(String resolved) {
        return files.get(resolved);
    }

    /** Whether the name is that of a folder with files in it. */
    boolean isFolder(String resolved) {
        return !files.subMap(resolved + "/", resolved + "0").isEmpty();
    }

    /** Whether a file stands where the name needs a folder. */
    boolean isBelowFile(String resolved) {
        for (int slash = resolved.indexOf('/'); slash >= 0; slash = resolved.indexOf('/', slash + 1)) {
            if (files.containsKey(resolved.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    GuestFile create(String resolved) {
        GuestFile file = GuestFile.changed(new byte[0]);
        files.put(resolved, file);
        return file;
    }

    boolean remove(String resolved) {
        return files.remove(resolved) != null;
    }

    void rename(String from, String to) {
        GuestFile file = files.remove(from);
        files.put(to, GuestFile.changed(file.content()));
    }

    /** Whether so many bytes at that position would still fit. */
    boolean hasRoom(GuestFile file, int position, int length) {
        long all = Math.max(0, (long) position + length - file.length());
        for (GuestFile other : files.values()) {
            all += other.length();
        }
        return all <= MOST_BYTES;
    }

    /** All files as they are now. */
    GuestFiles present() {
        if (!originals.isAvailable()) {
            return originals;
        }
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, file) -> contents.put(name, file.content()));
        return GuestFiles.of(contents);
    }

    @Override
    public void save(StateWriter out) {
        out.block(originalsDigest);
        out.word(files.size());
        files.forEach((name, file) -> {
            out.text(name);
            out.flag(file.isOriginal());
            if (!file.isOriginal()) {
                out.block(file.content());
            }
        });
    }

    @Override
    public void restore(StateReader in) {
        if (!java.util.Arrays.equals(in.block(), originalsDigest)) {
            throw new ringside.cpu.BadInputException(
                    "the saved state belongs to another host folder, or its files have changed since");
        }
        files.clear();
        int count = in.word();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            boolean original = in.flag();
            files.put(
                    name,
                    original ? GuestFile.original(originals.contents().get(name)) : GuestFile.changed(in.block()));
        }
    }
}
