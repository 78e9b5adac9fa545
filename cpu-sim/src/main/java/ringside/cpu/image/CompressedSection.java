package ringside.cpu.image;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The inside of a section that the linker compressed with zlib.   @elf Elf64_Chdr */
final class CompressedSection {
    private static final int ZLIB = 1;
    private static final int LARGEST = 64 << 20;
    private static final int LARGEST_RATIO = 1100; // zlib cannot do better than 1032 to 1

    private CompressedSection() {}

    static Bytes expand(Elf elf, ElfSection section) {
        Bytes content = section.content();
        boolean wide = elf.machine().addressSizeInBytes() == 8;
        Cursor header = content.cursor(0);
        long method = header.u32();
        if (wide) {
            header.u32(); // reserved
        }
        long size = wide ? header.u64() : header.u32();
        header.skip(wide ? 8 : 4); // alignment
        if (method != ZLIB) {
            throw content.unsupported(
                    content.part() + " is compressed by method " + method,
                    "Only zlib is read; link without --compress-debug-sections.");
        }
        if (size < 0 || size > LARGEST || size > (long) header.remaining() * LARGEST_RATIO) {
            throw content.bad(0, "its size when expanded cannot be " + Long.toUnsignedString(size));
        }
        return content.withContent(inflate(content, header.position(), (int) size));
    }

    private static byte[] inflate(Bytes content, int from, int size) {
        byte[] compressed = content.toArray();
        byte[] expanded = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Arrays.copyOfRange(compressed, from, compressed.length));
            int done = 0;
            while (done < size) {
                int step = inflater.inflate(expanded, done, size - done);
                if (step == 0) {
                    throw content.bad(from, "its compressed bytes end after " + done + " of " + size);
                }
                done += step;
            }
            return expanded;
        } catch (DataFormatException e) {
            throw content.bad(from, "its compressed bytes make no sense");
        } finally {
            inflater.end();
        }
    }
}
