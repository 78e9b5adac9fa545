package ringside.cpu.semihosting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ringside.cpu.state.StateWriter;

/**
 * Files by name, immutable: what a guest may open, or what it has changed.
 *
 * <p>A name is relative, with {@code /} between its parts, and has no empty part, {@code .} or {@code ..} in it.
 */
public final class GuestFiles {
    private final boolean available;
    private final SortedMap<String, byte[]> contents;

    private GuestFiles(boolean available, Map<String, byte[]> contents) {
        this.available = available;
        this.contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /** No folder was given: the guest can neither open nor make files. */
    public static GuestFiles unavailable() {
        return new GuestFiles(false, Map.of());
    }

    /** These files. The arrays must not be changed any more. */
    public static GuestFiles of(Map<String, byte[]> contents) {
        return new GuestFiles(true, contents);
    }

    /** Whether the guest has a folder at all. */
    public boolean isAvailable() {
        return available;
    }

    /** Names and contents, in the order of the names. The arrays must not be changed. */
    public SortedMap<String, byte[]> contents() {
        return contents;
    }

    /** SHA-256 over all names and contents. */
    byte[] digest() {
        StateWriter out = new StateWriter();
        out.flag(available);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            out.text(file.getKey());
            out.block(file.getValue());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
