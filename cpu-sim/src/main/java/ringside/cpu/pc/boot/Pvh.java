package ringside.cpu.pc.boot;

import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSegment;
import ringside.cpu.image.GuestImage;

/**
 * PVH, as QEMU's {@code -kernel} does it: a note of the ELF file names a 32-bit entry.   @board Xen docs/misc/pvh, public
 * header arch-x86/hvm/start_info.h
 */
record Pvh(Elf elf, long entry) implements BootProtocol {
    private static final int NOTE_SEGMENT = 4;
    private static final int PHYSICAL_ENTRY = 18;
    private static final long MAGIC = 0x336E_C578L;
    private static final int VERSION = 1;

    static Optional<BootProtocol> find(GuestImage image) {
        if (image.elf().isEmpty()) {
            return Optional.empty();
        }
        for (ElfSegment segment : image.elf().get().segments()) {
            if (segment.type() == NOTE_SEGMENT) {
                long entry = entryIn(segment.content());
                if (entry >= 0) {
                    return Optional.of(new Pvh(image.elf().get(), entry));
                }
            }
        }
        return Optional.empty();
    }

    /** The entry that the notes name, or -1. */
    private static long entryIn(Bytes notes) {
        long at = 0;
        while (at + 12 <= notes.length()) {
            long nameSize = notes.u32(at);
            long size = notes.u32(at + 4);
            long name = at + 12;
            long content = name + (nameSize + 3 & ~3L);
            boolean xen = nameSize == 4 && notes.text(name).equals("Xen");
            if (xen && notes.u32(at + 8) == PHYSICAL_ENTRY) {
                return notes.u32(content);
            }
            at = content + (size + 3 & ~3L);
        }
        return -1;
    }

    @Override
    public EntryState load(BootMemory memory, Request request) {
        KernelSegments.load(memory, elf);
        ByteWriter modules = new ByteWriter();
        for (BootModule module : request.modules()) {
            modules.u64(memory.place(module))
                    .u64(module.content().length)
                    .u64(memory.place(new ByteWriter().text(module.text()).toByteArray(), 1))
                    .u64(0);
        }
        ByteWriter map = new ByteWriter();
        for (MemoryMap.Region region : memory.map().regions()) {
            map.u64(region.base()).u64(region.size()).u32(region.type()).u32(0);
        }
        ByteWriter out = new ByteWriter();
        out.u32(MAGIC).u32(VERSION).u32(0).u32(request.modules().size());
        out.u64(request.modules().isEmpty() ? 0 : memory.place(modules.toByteArray(), 8));
        out.u64(memory.place(new ByteWriter().text(request.commandLine()).toByteArray(), 1));
        out.u64(request.rootPointer());
        out.u64(memory.place(map.toByteArray(), 8));
        out.u32(memory.map().regions().size()).u32(0);
        return new EntryState(entry, 0, memory.place(out.toByteArray(), 8));
    }
}
