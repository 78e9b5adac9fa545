package ringside.cpu.image;

import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;

/**
 * An ELF image: what is loaded where, its sections, its entry, its processor.
 *
 * <p>Reading it checks all of its headers, so what this class hands out is sound: segments and sections lie in the file,
 * addresses do not wrap, nothing is larger than it may be. Names of symbols are in {@link Symbols}, probes in
 * {@link StaticProbe}, source lines, types and variables in {@code ringside.cpu.image.dwarf}.
 *
 * @param fileName the name for messages
 * @param machine the processor
 * @param type whether it is {@link #EXECUTABLE}, {@link #SHARED} (position independent) or {@link #RELOCATABLE}
 * @param entry where it starts; on Arm bit 0 says Thumb
 * @param flags the processor's own flags
 * @param segments in the order of the file
 * @param sections in the order of the file, empty when they were stripped
 */
public record Elf(
        String fileName,
        ElfMachine machine,
        int type,
        long entry,
        long flags,
        List<ElfSegment> segments,
        List<ElfSection> sections) {
    public static final int RELOCATABLE = 1;
    public static final int EXECUTABLE = 2;
    public static final int SHARED = 3;

    public Elf {
        segments = List.copyOf(segments);
        sections = List.copyOf(sections);
    }

    /**
     * Reads an image.
     *
     * @param fileName the name for messages
     * @param content the whole file; the array must not be changed any more
     * @throws BadInputException if it is no ELF image, is damaged, or is for a machine that is not emulated
     */
    public static Elf parse(String fileName, byte[] content) {
        return new ElfParser(Bytes.ofFile(fileName, content)).parse();
    }

    /** The segments that a loader puts into memory, in the order of the file. */
    public List<ElfSegment> loadSegments() {
        return segments.stream().filter(ElfSegment::isLoadable).toList();
    }

    /** The first section of a name. */
    public Optional<ElfSection> section(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst();
    }

    /**
     * The bytes of a section, decompressed where they are compressed; none when there is no such section.
     *
     * @throws BadInputException if the compressed bytes make no sense
     */
    public Bytes sectionBytes(String name) {
        Optional<ElfSection> found = section(name);
        if (found.isEmpty()) {
            return Bytes.none(fileName, "section " + name);
        }
        ElfSection section = found.get();
        return section.isCompressed() ? CompressedSection.expand(this, section) : section.content();
    }

    /** Whether a virtual address lies in code. */
    public boolean isCode(long address) {
        boolean haveSections = false;
        for (ElfSection section : sections) {
            if (section.isExecutable() && section.isAllocated()) {
                haveSections = true;
                if (section.contains(address)) {
                    return true;
                }
            }
        }
        return !haveSections
                && segments.stream().anyMatch(s -> s.isLoadable() && s.isExecutable() && s.contains(address));
    }
}
