package ringside.cpu.pc.boot;

import java.util.Arrays;
import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.GuestImage;

/**
 * The section headers of an ELF kernel as a boot loader hands them on: symbols and strings are in memory too, and their
 * headers say where.
 *
 * @param headers the table
 * @param count how many there are
 * @param entrySize bytes in each
 * @param names the index of the section with the sections' names
 */
record SectionHeaders(byte[] headers, int count, int entrySize, int names) {
    private static final int SYMBOLS = 2;
    private static final int STRINGS = 3;

    /** The headers of an image, none if it is no ELF file or was stripped of them. */
    static Optional<SectionHeaders> of(GuestImage image, BootMemory memory) {
        if (image.elf().isEmpty() || image.elf().get().sections().isEmpty()) {
            return Optional.empty();
        }
        Bytes file = Bytes.ofFile(image.fileName(), image.content());
        boolean wide = file.u8(4) == 2;
        boolean known = wide || image.elf().get().machine() != ElfMachine.X86_64 || file.u8(4) == 1;
        long table = wide ? file.u64(40) : file.u32(32);
        int entrySize = file.u16(wide ? 58 : 46);
        int count = file.u16(wide ? 60 : 48);
        int names = file.u16(wide ? 62 : 50);
        if (!known || count == 0 || entrySize != (wide ? 64 : 40)) {
            return Optional.empty();
        }
        byte[] headers = Arrays.copyOfRange(image.content(), (int) table, (int) table + count * entrySize);
        for (int i = 0; i < count; i++) {
            placeContent(image, memory, headers, i * entrySize, wide);
        }
        return Optional.of(new SectionHeaders(headers, count, entrySize, names));
    }

    private static void placeContent(GuestImage image, BootMemory memory, byte[] headers, int at, boolean wide) {
        Bytes header = Bytes.ofFile(image.fileName(), headers);
        long type = header.u32(at + 4);
        long address = wide ? header.u64(at + 16) : header.u32(at + 12);
        long offset = wide ? header.u64(at + 24) : header.u32(at + 16);
        long size = wide ? header.u64(at + 32) : header.u32(at + 20);
        if ((type == SYMBOLS || type == STRINGS) && address == 0 && size > 0) {
            byte[] content = Arrays.copyOfRange(image.content(), (int) offset, (int) (offset + size));
            long placed = memory.placeModule(content);
            for (int i = 0; i < (wide ? 8 : 4); i++) {
                headers[at + (wide ? 16 : 12) + i] = (byte) (placed >>> 8 * i);
            }
        }
    }
}
