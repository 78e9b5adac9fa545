package ringside.cpu.pc.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * What firmware says about memory, as the BIOS call E820 lists it.   @board ACPI 15.1
 *
 * @param regions from the lowest on, without overlaps
 */
public record MemoryMap(List<Region> regions) {
    static final int USABLE = 1;
    static final int RESERVED = 2;
    private static final long EXTENDED_BIOS = 0x9_FC00;
    private static final long DISPLAY = 0xA_0000;
    private static final long FIRMWARE = 0xE_0000;
    static final long HIGH = 0x10_0000;

    /** A region and its type. */
    public record Region(long base, long size, int type) {}

    /** Copies the list. */
    public MemoryMap {
        regions = List.copyOf(regions);
    }

    /** The map of a PC with so much memory. */
    public static MemoryMap of(long memoryBytes) {
        List<Region> regions = new ArrayList<>(List.of(
                new Region(0, EXTENDED_BIOS, USABLE),
                new Region(EXTENDED_BIOS, DISPLAY - EXTENDED_BIOS, RESERVED),
                new Region(FIRMWARE, HIGH - FIRMWARE, RESERVED)));
        if (memoryBytes > HIGH) {
            regions.add(new Region(HIGH, memoryBytes - HIGH, USABLE));
        }
        return new MemoryMap(regions);
    }

    /** KiB of usable memory from 0 on. */
    long lowerKib() {
        return EXTENDED_BIOS >>> 10;
    }

    /** KiB of usable memory from 1 MiB on. */
    long upperKib() {
        Region last = regions.get(regions.size() - 1);
        return last.base == HIGH ? last.size >>> 10 : 0;
    }

    /** Entries of 20 bytes. */
    byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        for (Region region : regions) {
            out.u64(region.base).u64(region.size).u32(region.type);
        }
        return out.toByteArray();
    }
}
