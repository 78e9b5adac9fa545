package ringside.cpu.board;

import java.util.List;
import java.util.Locale;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Bus;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.ElfSegment;

/**
 * Puts an image into a board's memory, each segment at its physical address, as a debugger or QEMU's {@code -kernel}
 * does. The processor then starts from the vector table at address 0; the entry of the ELF header plays no part.
 */
final class FlashLoader {
    private final BoardDescription board;
    private final Bus bus;
    private final Elf image;

    FlashLoader(BoardDescription board, Bus bus, Elf image) {
        this.board = board;
        this.bus = bus;
        this.image = image;
    }

    /**
     * Loads the image.
     *
     * @throws BadInputException if it is for another processor, is not linked, or does not fit into the memory
     */
    void load() {
        requireUsable();
        List<ElfSegment> segments = image.loadSegments();
        for (ElfSegment segment : segments) {
            if (segment.content().length() > 0) {
                requireMemory(
                        "loaded", segment.physicalAddress(), segment.content().length());
                bus.poke(segment.physicalAddress(), segment.content().toArray());
            }
            if (segment.memorySize() > 0) {
                requireMemory("used", segment.virtualAddress(), segment.memorySize());
            }
        }
        if (segments.stream().noneMatch(FlashLoader::holdsVectorTable)) {
            throw new BadInputException(image.fileName() + " has nothing at address 0, where the " + board.processor()
                    + " finds its stack pointer and its first instruction; link it with a vector table there");
        }
    }

    private void requireUsable() {
        if (image.machine() != ElfMachine.ARM) {
            throw new BadInputException(image.fileName() + " is an image for "
                    + image.machine().title() + ", and the board " + board.name() + " has a " + board.processor()
                    + "; take an image built for thumbv7m");
        }
        if (image.type() != Elf.EXECUTABLE) {
            throw new BadInputException(image.fileName() + " is not linked to fixed addresses; link it as an executable"
                    + " for the board " + board.name());
        }
    }

    private static boolean holdsVectorTable(ElfSegment segment) {
        return segment.physicalAddress() == 0 && segment.content().length() >= 8;
    }

    private void requireMemory(String use, long address, long size) {
        long at = address;
        while (Long.compareUnsigned(at - address, size) < 0) {
            if (at >>> 32 != 0 || bus.ramAt(at) == null) {
                throw new BadInputException(String.format(
                        Locale.ROOT,
                        "%s wants memory at %08x, where the board %s has none; its segment of %d bytes is %s at %08x",
                        image.fileName(),
                        at,
                        board.name(),
                        size,
                        use,
                        address));
            }
            at = (at | 0xFFF) + 1;
        }
    }
}
