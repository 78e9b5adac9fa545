package ringside.cpu.pc.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Bus;
import ringside.cpu.machine.LoadedPart;
import ringside.cpu.machine.LoadedPart.Kind;

/** The memory that a boot loader fills: it checks that what goes into it fits, and finds room for what may lie anywhere. */
final class BootMemory {
    private static final long PAGE = 4096;
    /** Below are the interrupt vectors and the data area of the BIOS, and room for a first stack. */
    private static final long LOWEST = 0x8000;

    private final Bus bus;
    private final MemoryMap map;
    private final String file;
    private final List<LoadedPart> taken = new ArrayList<>();
    private long lowestLoaded = Long.MAX_VALUE;

    /**
     * Begins with nothing taken.
     *
     * @param file the kernel's name, for messages
     */
    BootMemory(Bus bus, MemoryMap map, String file) {
        this.bus = bus;
        this.map = map;
        this.file = file;
    }

    MemoryMap map() {
        return map;
    }

    /**
     * Puts a part of the kernel where it wants to be.
     *
     * @param size how much memory it has there; what the content does not cover is zero
     * @throws BadInputException if there is no memory
     */
    void load(long address, byte[] content, long size) {
        long all = Math.max(size, content.length);
        if (all == 0) {
            return;
        }
        requireMemory(address, all);
        bus.poke(address, content);
        taken.add(new LoadedPart(address, all, Kind.KERNEL, ""));
        lowestLoaded = Math.min(lowestLoaded, address);
    }

    /** Where the kernel begins. */
    long lowestLoaded() {
        return lowestLoaded;
    }

    private void requireMemory(long address, long size) {
        for (long at = address; at - address < size; at = (at | PAGE - 1) + 1) {
            if (!isUsable(at) && !isSpareFirmware(at)) {
                throw new BadInputException(String.format(
                        Locale.ROOT,
                        "%s wants %d bytes of memory from %08x on, and this machine has none at %08x%s",
                        file,
                        size,
                        address,
                        at,
                        at >= MemoryMap.HIGH && at < 1L << 30 ? "; give it more with --memory" : ""));
            }
        }
    }

    private boolean isUsable(long address) {
        for (MemoryMap.Region region : map.regions()) {
            long inside = address - region.base();
            if (region.type() == MemoryMap.USABLE && inside >= 0 && inside < region.size()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the firmware's memory has nothing of its own there. Linkers put the ELF header into a page below the code,
     * which is in the firmware's memory if the code begins at 1 MiB.
     */
    private static boolean isSpareFirmware(long address) {
        return address >= DirectBoot.FIRMWARE_END && address < MemoryMap.HIGH;
    }

    /**
     * Puts bytes into a free place, low if it fits there.
     *
     * @return the address
     */
    long place(byte[] content, int alignment) {
        return place(content, alignment, LOWEST, Kind.INFORMATION, "");
    }

    /** Puts a module into a free place from 1 MiB on, at the beginning of a page. */
    long place(BootModule module) {
        return place(module.content(), (int) PAGE, MemoryMap.HIGH, Kind.MODULE, module.text());
    }

    /** Puts what need not lie below 1 MiB into a free place above, at the beginning of a page. */
    long placeHigh(byte[] content) {
        return place(content, (int) PAGE, MemoryMap.HIGH, Kind.INFORMATION, "");
    }

    /** What was put where, in the order in which it was. */
    List<LoadedPart> taken() {
        return List.copyOf(taken);
    }

    private long place(byte[] content, int alignment, long lowest, Kind kind, String name) {
        long at = placeIfItFits(content, alignment, lowest, kind, name);
        if (at < 0) {
            throw new BadInputException(file + " and its modules do not fit into memory: " + content.length
                    + " bytes are left over; give the machine more with --memory");
        }
        return at;
    }

    /**
     * Puts bytes into a free place from 1 MiB on, if there is one.
     *
     * @return the address, or -1
     */
    long placeHighIfItFits(byte[] content, int alignment) {
        return placeIfItFits(content, alignment, MemoryMap.HIGH, Kind.INFORMATION, "");
    }

    private long placeIfItFits(byte[] content, int alignment, long lowest, Kind kind, String name) {
        long size = Math.max(1, content.length);
        for (MemoryMap.Region region : map.regions()) {
            if (region.type() == MemoryMap.USABLE) {
                long at = firstFree(Math.max(lowest, region.base()), region.base() + region.size(), size, alignment);
                if (at >= 0) {
                    bus.poke(at, content);
                    taken.add(new LoadedPart(at, size, kind, name));
                    return at;
                }
            }
        }
        return -1;
    }

    private long firstFree(long from, long end, long size, int alignment) {
        long at = alignUp(from, alignment);
        while (at + size <= end) {
            long next = at;
            for (LoadedPart part : taken) {
                long behind = part.base() + part.size();
                if (at < behind && part.base() < at + size) {
                    next = Math.max(next, behind);
                }
            }
            if (next == at) {
                return at;
            }
            at = alignUp(next, alignment);
        }
        return -1;
    }

    private static long alignUp(long value, int alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }
}
