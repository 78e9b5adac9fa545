package ringside.cpu.pc.boot;

import java.util.Arrays;
import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.GuestImage;

/**
 * The section headers of an ELF kernel as a boot loader hands them on: all sections are in memory, and the headers say
 * where. Symbols and strings must find room; what else is no part of the program, debugging information above all, has the
 * address 0 if there is none.   @board Multiboot 0.6.96 3.3; Multiboot2 2.0 3.6.7
 *
 * @param headers the table
 * @param count how many there are
 * @param entrySize bytes in each
 * @param names the index of the section with the sections' names
 */
record SectionHeaders(byte[] headers, int count, int entrySize, int names) {
    private static final int SYMBOLS = 2;
    private static final int STRINGS = 3;
    private static final int WITHOUT_CONTENT = 8;
    private static final long LARGEST_ALIGNMENT = 4096;

    /** The headers of an image, none if it is no ELF file or was stripped of them. */
    static Optional<SectionHeaders> of(GuestImage image, BootMemory memory) {
        if (image.elf().isEmpty() || image.elf().get().sections().isEmpty()) {
            return Optional.empty();
        }
        Bytes file = Bytes.ofFile(image.fileName(), image.content());
        boolean wide = file.u8(4) == 2;
        long table = wide ? file.u64(40) : file.u32(32);
        int entrySize = file.u16(wide ? 58 : 46);
        int count = file.u16(wide ? 60 : 48);
        int names = file.u16(wide ? 62 : 50);
        if (count == 0 || entrySize != (wide ? 64 : 40)) {
            return Optional.empty();
        }
        byte[] headers = Arrays.copyOfRange(image.content(), (int) table, (int) table + count * entrySize);
        Placement placement = new Placement(file, headers, wide, memory);
        for (int at = 0; at < headers.length; at += entrySize) {
            placement.placeNames(at);
        }
        for (int at = 0; at < headers.length; at += entrySize) {
            placement.placeOthers(at);
        }
        return Optional.of(new SectionHeaders(headers, count, entrySize, names));
    }

    /** Brings sections into memory that the program has not there, and their addresses into the headers. */
    private record Placement(Bytes file, byte[] headers, boolean wide, BootMemory memory) {

        private long field(int at, int narrowOffset, int wideOffset) {
            Bytes header = Bytes.ofFile("section headers", headers);
            return wide ? header.u64(at + wideOffset) : header.u32(at + narrowOffset);
        }

        private int type(int at) {
            return (int) Bytes.ofFile("section headers", headers).u32(at + 4);
        }

        private boolean isNowhere(int at) {
            return field(at, 12, 16) == 0 && field(at, 20, 32) != 0 && type(at) != WITHOUT_CONTENT;
        }

        private byte[] content(int at) {
            return file.slice("section", field(at, 16, 24), field(at, 20, 32)).toArray();
        }

        void placeNames(int at) {
            if ((type(at) == SYMBOLS || type(at) == STRINGS) && isNowhere(at)) {
                setAddress(at, memory.placeHigh(content(at)));
            }
        }

        void placeOthers(int at) {
            if (isNowhere(at)) {
                long alignment = Math.max(1, Math.min(LARGEST_ALIGNMENT, field(at, 32, 48)));
                setAddress(at, Math.max(0, memory.placeHighIfItFits(content(at), (int) alignment)));
            }
        }

        private void setAddress(int at, long address) {
            for (int i = 0; i < (wide ? 8 : 4); i++) {
                headers[at + (wide ? 16 : 12) + i] = (byte) (address >>> 8 * i);
            }
        }
    }
}
