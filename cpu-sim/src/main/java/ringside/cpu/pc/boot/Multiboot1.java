package ringside.cpu.pc.boot;

import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.GuestImage;

/**
 * Multiboot 1, as QEMU's {@code -kernel} and GRUB's {@code multiboot} do it. The command line is the file's name and the
 * text of {@code --append}.   @board Multiboot Specification 0.6.96
 */
record Multiboot1(GuestImage image, int offset) implements BootProtocol {
    private static final long HEADER_MAGIC = 0x1BAD_B002L;
    private static final long LOADER_MAGIC = 0x2BAD_B002L;
    private static final int SEARCHED = 8192;
    private static final int KNOWN_REQUIREMENTS = 0x7;
    private static final int HAS_ADDRESSES = 1 << 16;

    private static final int MEMORY = 1;
    private static final int COMMAND_LINE = 1 << 2;
    private static final int MODULES = 1 << 3;
    private static final int SECTIONS = 1 << 5;
    private static final int MEMORY_MAP = 1 << 6;
    private static final int LOADER_NAME = 1 << 9;
    private static final int FRAMEBUFFER = 1 << 12;
    private static final int INFORMATION_SIZE = 116;

    static Optional<BootProtocol> find(GuestImage image) {
        Bytes file = Bytes.ofFile(image.fileName(), image.content());
        int end = Math.min(SEARCHED, file.length()) - 12;
        for (int at = 0; at <= end; at += 4) {
            boolean sound =
                    file.u32(at) == HEADER_MAGIC && (int) (file.u32(at) + file.u32(at + 4) + file.u32(at + 8)) == 0;
            if (sound) {
                return Optional.of(new Multiboot1(image, at));
            }
        }
        return Optional.empty();
    }

    @Override
    public EntryState load(BootMemory memory, Request request) {
        Bytes header = Bytes.ofFile(image.fileName(), image.content());
        int flags = (int) header.u32(offset + 4);
        if ((flags & 0xFFFF & ~KNOWN_REQUIREMENTS) != 0) {
            throw new BadInputException(image.fileName() + " has a multiboot header that requires features unknown to"
                    + " this loader: flags " + Integer.toHexString(flags & 0xFFFF));
        }
        long entry = loadKernel(memory, header, flags);
        return new EntryState(entry, LOADER_MAGIC, information(memory, request));
    }

    private long loadKernel(BootMemory memory, Bytes header, int flags) {
        if ((flags & HAS_ADDRESSES) != 0) {
            new AddressFields(
                            offset,
                            header.u32(offset + 12),
                            header.u32(offset + 16),
                            header.u32(offset + 20),
                            header.u32(offset + 24))
                    .load(memory, image);
            return header.u32(offset + 28);
        }
        var elf = image.elf()
                .orElseThrow(() -> new BadInputException(
                        image.fileName() + " has a multiboot header without load addresses, and is no ELF file"));
        KernelSegments.load(memory, elf);
        return KernelSegments.entry(elf);
    }

    private long information(BootMemory memory, Request request) {
        ByteWriter out = new ByteWriter();
        int flags = MEMORY | COMMAND_LINE | MODULES | MEMORY_MAP | LOADER_NAME | FRAMEBUFFER;
        MemoryMap map = memory.map();
        out.put(4, 4, map.lowerKib());
        out.put(8, 4, map.upperKib());
        out.put(16, 4, text(memory, (image.fileName() + " " + request.commandLine()).stripTrailing()));
        out.put(20, 4, request.modules().size());
        out.put(24, 4, modules(memory, request));
        Optional<SectionHeaders> sections = SectionHeaders.of(image, memory);
        if (sections.isPresent()) {
            flags |= SECTIONS;
            out.put(28, 4, sections.get().count());
            out.put(32, 4, sections.get().entrySize());
            out.put(36, 4, memory.place(sections.get().headers(), 8));
            out.put(40, 4, sections.get().names());
        }
        byte[] entries = entries(map);
        out.put(44, 4, entries.length);
        out.put(48, 4, memory.place(entries, 8));
        out.put(64, 4, text(memory, DirectBoot.LOADER));
        out.put(88, TextScreen.fields());
        out.put(0, 4, flags);
        out.put(INFORMATION_SIZE - 1, 1, 0);
        return memory.place(out.toByteArray(), 8);
    }

    private static long text(BootMemory memory, String text) {
        return memory.place(new ByteWriter().text(text).toByteArray(), 1);
    }

    private static long modules(BootMemory memory, Request request) {
        ByteWriter list = new ByteWriter();
        for (BootModule module : request.modules()) {
            long at = memory.place(module);
            list.u32(at)
                    .u32(at + module.content().length)
                    .u32(text(memory, module.text()))
                    .u32(0);
        }
        return request.modules().isEmpty() ? 0 : memory.place(list.toByteArray(), 8);
    }

    private static byte[] entries(MemoryMap map) {
        ByteWriter out = new ByteWriter();
        for (MemoryMap.Region region : map.regions()) {
            out.u32(20).u64(region.base()).u64(region.size()).u32(region.type());
        }
        return out.toByteArray();
    }
}
