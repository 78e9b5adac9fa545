package ringside.cpu.pc.boot;

import ringside.cpu.BadInputException;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSegment;

/** Loads the segments of an ELF kernel at their physical addresses. */
final class KernelSegments {
    private KernelSegments() {}

    static void load(BootMemory memory, Elf elf) {
        requireUsable(elf);
        for (ElfSegment segment : elf.loadSegments()) {
            memory.load(segment.physicalAddress(), segment.content().toArray(), segment.memorySize());
        }
    }

    private static void requireUsable(Elf elf) {
        if (elf.type() == Elf.RELOCATABLE || elf.loadSegments().isEmpty()) {
            throw new BadInputException(elf.fileName() + " is not linked: it has no segments to load; link it as an"
                    + " executable at 1 MiB or above");
        }
    }

    /** The physical address of the entry: within a segment it moves with the segment. */
    static long entry(Elf elf) {
        for (ElfSegment segment : elf.loadSegments()) {
            if (segment.contains(elf.entry())) {
                return elf.entry() - segment.virtualAddress() + segment.physicalAddress() & 0xFFFF_FFFFL;
            }
        }
        return elf.entry() & 0xFFFF_FFFFL;
    }
}
