package ringside.cpu.tracefile;

import java.util.List;
import java.util.Optional;
import ringside.cpu.machine.Input;

/**
 * The content of a trace file.
 *
 * @param manifest which image and machine, and how far
 * @param inputs the inputs that arrived, in order
 * @param digests digests in the order of their marks; the last one is of the last mark
 * @param image the image's ELF file, if the trace carries it
 * @param modules the boot modules, as the manifest lists them
 * @param notes bookmarks, notes and lesson answers: the text of a JSON object
 */
public record TraceFile(
        TraceManifest manifest,
        List<Input> inputs,
        List<DigestAt> digests,
        Optional<byte[]> image,
        List<TraceModule> modules,
        String notes) {
    /** How many digests a trace has at most. */
    public static final int MOST_DIGESTS = 64;

    /** Notes that say nothing. */
    public static final String NO_NOTES = "{}";

    /** Copies the lists. */
    public TraceFile {
        inputs = List.copyOf(inputs);
        digests = List.copyOf(digests);
        modules = List.copyOf(modules);
    }

    /** A trace without modules. */
    public TraceFile(
            TraceManifest manifest, List<Input> inputs, List<DigestAt> digests, Optional<byte[]> image, String notes) {
        this(manifest, inputs, digests, image, List.of(), notes);
    }

    /** The same trace with other notes. */
    public TraceFile withNotes(String newNotes) {
        return new TraceFile(manifest, inputs, digests, image, modules, newNotes);
    }

    /** The same trace carrying the image. */
    public TraceFile withImage(byte[] elf) {
        return new TraceFile(manifest, inputs, digests, Optional.of(elf.clone()), modules, notes);
    }

    /** The same trace carrying boot modules, which its manifest lists then. */
    public TraceFile withModules(List<TraceModule> newModules) {
        TraceManifest listing =
                manifest.withModules(newModules.stream().map(ModuleEntry::of).toList());
        return new TraceFile(listing, inputs, digests, image, newModules, notes);
    }
}
