package ringside.cpu.pc.boot;

import ringside.cpu.BadInputException;
import ringside.cpu.image.GuestImage;

/**
 * Load addresses in a multiboot header itself, which stand in place of the ELF header's (the "a.out kludge").
 *
 * @param headerOffset where the header is in the file
 * @param header where the header goes in memory
 * @param load where the first byte goes; all ones in multiboot 2 is the beginning of the file
 * @param loadEnd the end of what is loaded, 0 for the whole file
 * @param zeroEnd the end of what is zeroed behind it, 0 for nothing
 */
record AddressFields(long headerOffset, long header, long load, long loadEnd, long zeroEnd) {
    private static final long FROM_THE_BEGINNING = 0xFFFF_FFFFL;

    void load(BootMemory memory, GuestImage image) {
        long begin = load == FROM_THE_BEGINNING ? header - headerOffset : load;
        long offset = headerOffset - (header - begin);
        long length = loadEnd == 0 ? image.content().length - offset : loadEnd - begin;
        boolean inFile = offset >= 0 && length > 0 && offset + length <= image.content().length;
        if (!inFile || zeroEnd != 0 && zeroEnd < begin + length) {
            throw new BadInputException(image.fileName()
                    + " has a multiboot header whose load addresses do not fit the file: it is "
                    + image.content().length + " bytes long, and " + length + " bytes from " + offset
                    + " on are to be loaded");
        }
        byte[] content = java.util.Arrays.copyOfRange(image.content(), (int) offset, (int) (offset + length));
        memory.load(begin, content, zeroEnd == 0 ? length : zeroEnd - begin);
    }
}
