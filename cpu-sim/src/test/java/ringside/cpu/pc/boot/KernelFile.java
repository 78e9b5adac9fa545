package ringside.cpu.pc.boot;

import ringside.cpu.image.GuestImage;

/** Small kernels made of bytes: ELF files with one segment, and what stands in it. */
final class KernelFile {
    static final int ENTRY_OFFSET = 0x40;

    private KernelFile() {}

    /** A multiboot 1 header. */
    static byte[] multiboot1(int flags, int... addresses) {
        ByteWriter out = new ByteWriter();
        out.u32(0x1BAD_B002L).u32(flags).u32(-(0x1BAD_B002L + flags));
        for (int address : addresses) {
            out.u32(address);
        }
        return out.toByteArray();
    }

    /** A multiboot 2 header with tags, and its end tag. */
    static byte[] multiboot2(byte[] tags) {
        int length = 16 + tags.length + 8;
        ByteWriter out = new ByteWriter();
        out.u32(0xE852_50D6L).u32(0).u32(length).u32(-(0xE852_50D6L + length));
        return out.bytes(tags).u32(0).u32(8).toByteArray();
    }

    /** A PVH note. */
    static byte[] pvhNote(long entry) {
        return new ByteWriter().u32(4).u32(4).u32(18).text("Xen").u32(entry).toByteArray();
    }

    /** A 32-bit ELF file: one segment that goes to an address, entered behind its header; and notes, if any. */
    static GuestImage elf(long address, byte[] header, byte[] notes) {
        ByteWriter body = new ByteWriter();
        body.put(0, header);
        body.put(ENTRY_OFFSET, new byte[] {(byte) 0xF4, 0x55, (byte) 0xAA});
        return wrap(address, body.toByteArray(), notes, 3);
    }

    /** The same file with two sections more that are no part of the program: a remark, and the sections' names. */
    static GuestImage withRemark(GuestImage kernel, byte[] remark) {
        byte[] names = "\0.remark\0.shstrtab\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int remarkAt = kernel.content().length;
        int namesAt = remarkAt + remark.length;
        ByteWriter out = new ByteWriter();
        out.bytes(kernel.content()).bytes(remark).bytes(names).align(8);
        out.put(32, 4, out.length());
        out.put(46, 2, 40);
        out.put(48, 2, 3);
        out.put(50, 2, 2);
        section(out, 0, 0, 0, 0);
        section(out, 1, 1, remarkAt, remark.length);
        section(out, 9, 3, namesAt, names.length);
        return GuestImage.of("kernel.elf", out.toByteArray());
    }

    private static void section(ByteWriter out, int name, int type, int offset, int size) {
        out.u32(name).u32(type).u32(0).u32(0).u32(offset).u32(size);
        out.u32(0).u32(0).u32(1).u32(0);
    }

    static GuestImage wrap(long address, byte[] body, byte[] notes, int machine) {
        int start = 0x80;
        int notesAt = start + body.length + 3 & ~3;
        ByteWriter out = new ByteWriter();
        out.bytes(new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1}).align(16);
        out.u16(2)
                .u16(machine)
                .u32(1)
                .u32(address + ENTRY_OFFSET)
                .u32(52)
                .u32(0)
                .u32(0);
        out.u16(52).u16(32).u16(notes.length == 0 ? 1 : 2).u16(40).u16(0).u16(0);
        segment(out, 1, start, address, body.length, body.length + 0x100);
        if (notes.length != 0) {
            segment(out, 4, notesAt, 0, notes.length, notes.length);
        }
        out.put(start, body);
        out.put(notesAt, notes);
        return GuestImage.of("kernel.elf", out.toByteArray());
    }

    private static void segment(ByteWriter out, int type, int offset, long address, int size, int inMemory) {
        out.u32(type)
                .u32(offset)
                .u32(address)
                .u32(address)
                .u32(size)
                .u32(inMemory)
                .u32(5)
                .u32(4);
    }
}
