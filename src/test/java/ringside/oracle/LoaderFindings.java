package ringside.oracle;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a multiboot kernel was given, in words that do not depend on where the loader has put it and in which order.
 *
 * <p>Reading a structure checks it too: what the specifications demand of every loader is a finding of its own, so that it
 * must be the same for all.   @board Multiboot 0.6.96; Multiboot2 2.0
 */
final class LoaderFindings {
    /** Addresses on both sides of every boundary in the memory map of a PC with 64 MiB. */
    private static final long[] PLACES = {
        0,
        0x9_FBFF,
        0x9_FC00,
        0x9_FFFF,
        0xA_0000,
        0xD_FFFF,
        0xE_0000,
        0xE_FFFF,
        0xF_0000,
        0xF_FFFF,
        0x10_0000,
        0x3FD_FFFF,
        0x3FE_0000,
        0x3FF_FFFF,
        0x400_0000
    };

    private static final int ALLOCATED = 2;
    private static final int PAGE = 4096;
    private static final long MAGIC_1 = 0x2BAD_B002L;

    private final LoaderDump dump;
    private final byte[] file;
    private final Map<String, String> findings = new TreeMap<>();

    private LoaderFindings(LoaderDump dump, byte[] file) {
        this.dump = dump;
        this.file = file;
    }

    /**
     * Reads what was printed.
     *
     * @param file the kernel
     */
    static Map<String, String> of(LoaderDump dump, byte[] file) {
        LoaderFindings reader = new LoaderFindings(dump, file);
        reader.registers();
        if (dump.value("eax") == MAGIC_1) {
            reader.structure(dump.value("ebx"));
        } else {
            reader.tags(dump.value("ebx"));
        }
        return reader.findings;
    }

    private void found(String what, Object value) {
        String before = findings.put(what, String.valueOf(value));
        if (before != null) {
            throw new AssertionError("found twice: " + what);
        }
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }

    private void registers() {
        dump.values().forEach((name, value) -> {
            if (!name.equals("ebx")) {
                found("register " + name, hex(value));
            }
        });
    }

    // ---- multiboot 1 ----

    private void structure(long info) {
        long flags = dump.u32(info);
        for (int bit = 0; bit < 32; bit++) {
            if ((flags & 1L << bit) != 0) {
                found("given: flag " + bit, true);
            }
        }
        sizes(dump.u32(info + 4), dump.u32(info + 8));
        found("command line", dump.text(dump.u32(info + 16)));
        found("loader", dump.text(dump.u32(info + 64)));
        long list = dump.u32(info + 24);
        for (int i = 0; i < dump.u32(info + 20); i++) {
            long module = list + 16L * i;
            module(i, dump.u32(module), dump.u32(module + 4), dump.text(dump.u32(module + 8)));
            found("module " + i + " reserved", dump.u32(module + 12));
        }
        if ((flags & 1 << 5) != 0) {
            sections(dump.u32(info + 28), dump.u32(info + 32), dump.u32(info + 40), dump.u32(info + 36));
        }
        long at = dump.u32(info + 48);
        long end = at + dump.u32(info + 44);
        found("memory map entry", dump.u32(at));
        TreeMap<Long, long[]> regions = new TreeMap<>();
        for (; at < end; at += dump.u32(at) + 4) {
            regions.put(dump.u64(at + 4), new long[] {dump.u64(at + 12), dump.u32(at + 20)});
        }
        memoryMap(regions);
        if ((flags & 1 << 12) != 0) {
            found("framebuffer", dump.hex(info + 88, 22));
        }
    }

    // ---- multiboot 2 ----

    private void tags(long info) {
        found("information aligned", info % 8 == 0);
        found("information reserved", dump.u32(info + 4));
        int modules = 0;
        long at = info + 8;
        for (; dump.u32(at) != 0; at += dump.u32(at + 4) + 7 & ~7L) {
            int type = (int) dump.u32(at);
            if (type == 3) {
                module(modules++, dump.u32(at + 8), dump.u32(at + 12), dump.text(at + 16));
            } else {
                found("given: tag " + type, true);
                tag(type, at + 8, dump.u32(at + 4) - 8);
            }
        }
        found("information ends with", dump.hex(at, 8));
        found("information ends at its size", at + 8 == info + dump.u32(info));
    }

    private void tag(int type, long at, long size) {
        switch (type) {
            case 1 -> found("command line", dump.text(at));
            case 2 -> found("loader", dump.text(at));
            case 4 -> sizes(dump.u32(at), dump.u32(at + 4));
            case 6 -> {
                long entry = dump.u32(at);
                found("memory map entry", entry + " version " + dump.u32(at + 4));
                found("memory map has whole entries", (size - 8) % entry == 0);
                TreeMap<Long, long[]> regions = new TreeMap<>();
                for (long i = at + 8; i < at + size; i += entry) {
                    regions.put(dump.u64(i), new long[] {dump.u64(i + 8), dump.u32(i + 16)});
                    found("memory map reserved at " + hex(dump.u64(i)), dump.u32(i + 20));
                }
                memoryMap(regions);
            }
            case 8 -> found("framebuffer", dump.hex(at, size));
            case 9 -> {
                sections(dump.u32(at), dump.u32(at + 4), dump.u32(at + 8), at + 12);
                found("sections have whole entries", size - 12 == dump.u32(at) * dump.u32(at + 4));
            }
            case 14 -> {
                byte[] pointer = dump.block(at, size);
                int sum = 0;
                for (byte value : pointer) {
                    sum += value;
                }
                found("root pointer", new String(pointer, 0, 8, java.nio.charset.StandardCharsets.US_ASCII));
                found("root pointer adds up to", sum & 0xFF);
                found("root pointer revision", pointer[15] + " of " + size + " bytes");
            }
            default -> {
                // That it is there was found.
            }
        }
    }

    // ---- both ----

    private void sizes(long lower, long upper) {
        found("KiB below 1 MiB", lower);
        found("KiB from 1 MiB on", upper);
    }

    private void module(int number, long start, long end, String text) {
        String name = "module " + number;
        found(name + " text", text.substring(text.lastIndexOf('/') + 1));
        found(name + " begins a page at or above 1 MiB", start % PAGE == 0 && start >= 1 << 20);
        found(name + " content", Arrays.hashCode(dump.block(start, end - start)) + " of " + (end - start) + " bytes");
    }

    private void memoryMap(TreeMap<Long, long[]> regions) {
        long end = 0;
        boolean overlap = false;
        for (Map.Entry<Long, long[]> region : regions.entrySet()) {
            overlap |= region.getKey() < end;
            end = region.getKey() + region.getValue()[0];
        }
        found("memory map overlaps", overlap);
        for (long place : PLACES) {
            Map.Entry<Long, long[]> region = regions.floorEntry(place);
            boolean inside = region != null && place - region.getKey() < region.getValue()[0];
            found("memory at " + hex(place), inside ? "type " + region.getValue()[1] : "none");
        }
    }

    /** Headers as in the file, but for the addresses of what is no part of the program: that is somewhere in memory. */
    private void sections(long count, long entrySize, long names, long headers) {
        found("sections", count + " of " + entrySize + " bytes, names in " + names);
        boolean wide = entrySize == 64;
        int fieldSize = wide ? 8 : 4;
        for (int i = 0; i < count; i++) {
            long header = headers + i * entrySize;
            long addressAt = header + (wide ? 16 : 12);
            long address = dump.u32(addressAt);
            long offset = dump.u32(header + (wide ? 24 : 16));
            int size = (int) dump.u32(header + (wide ? 32 : 20));
            String name = "section " + i;
            found(name + " before its address", dump.hex(header, addressAt - header));
            found(
                    name + " behind its address",
                    dump.hex(addressAt + fieldSize, entrySize - (addressAt - header) - fieldSize));
            boolean allocated = (dump.u32(header + 8) & ALLOCATED) != 0;
            if (allocated || size == 0) {
                found(name + " address", hex(address));
            } else {
                boolean there = address != 0
                        && dump.has(address)
                        && Arrays.equals(
                                dump.block(address, size), Arrays.copyOfRange(file, (int) offset, (int) offset + size));
                found(name + " is in memory", there);
            }
        }
    }
}
