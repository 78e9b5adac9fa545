package ringside.cpu.pc.boot;

import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.GuestImage;

/**
 * Multiboot 2, as GRUB's {@code multiboot2} does it on a machine with a BIOS. The command line is the text of {@code
 * --append}.   @board Multiboot2 Specification 2.0
 */
record Multiboot2(GuestImage image, int offset) implements BootProtocol {
    private static final long HEADER_MAGIC = 0xE852_50D6L;
    private static final long LOADER_MAGIC = 0x36D7_6289L;
    private static final int SEARCHED = 32_768;
    private static final int I386 = 0;
    private static final int OPTIONAL = 1;

    private static final int END = 0;
    private static final int REQUEST = 1;
    private static final int ADDRESSES = 2;
    private static final int ENTRY = 3;
    private static final int CONSOLE = 4;
    private static final int FRAMEBUFFER = 5;
    private static final int MODULE_ALIGNMENT = 6;
    private static final int RELOCATABLE = 10;

    /** The tags of information that this loader gives, by their types. */
    private static final List<Integer> GIVEN = List.of(1, 2, 3, 4, 6, 8, 9, 14, 21);

    static Optional<BootProtocol> find(GuestImage image) {
        Bytes file = Bytes.ofFile(image.fileName(), image.content());
        int end = Math.min(SEARCHED, file.length()) - 16;
        for (int at = 0; at <= end; at += 8) {
            boolean sound = file.u32(at) == HEADER_MAGIC
                    && (int) (file.u32(at) + file.u32(at + 4) + file.u32(at + 8) + file.u32(at + 12)) == 0;
            if (sound) {
                return Optional.of(new Multiboot2(image, at));
            }
        }
        return Optional.empty();
    }

    /** What the tags of the header ask for. */
    private static final class Wishes {
        private AddressFields addresses;
        private long entry = -1;
        private boolean relocatable;
    }

    @Override
    public EntryState load(BootMemory memory, Request request) {
        Bytes file = Bytes.ofFile(image.fileName(), image.content());
        if (file.u32(offset + 4) != I386) {
            throw new BadInputException(image.fileName() + " has a multiboot 2 header for another architecture ("
                    + file.u32(offset + 4) + "), not for a PC (0)");
        }
        Wishes wishes = readTags(file.slice("multiboot 2 header", offset, file.u32(offset + 8)));
        long entry;
        if (wishes.addresses != null) {
            wishes.addresses.load(memory, image);
            entry = wishes.entry;
        } else {
            var elf = image.elf()
                    .orElseThrow(() -> new BadInputException(
                            image.fileName() + " has a multiboot 2 header without load addresses, and is no ELF file"));
            KernelSegments.load(memory, elf);
            entry = wishes.entry >= 0 ? wishes.entry : KernelSegments.entry(elf);
        }
        if (entry < 0) {
            throw new BadInputException(
                    image.fileName() + " has a multiboot 2 header with load addresses but without an entry address");
        }
        return new EntryState(entry, LOADER_MAGIC, information(memory, request, wishes));
    }

    private Wishes readTags(Bytes header) {
        Wishes wishes = new Wishes();
        long at = 16;
        while (header.u16(at) != END) {
            long size = header.u32(at + 4);
            if (size < 8) {
                throw new BadInputException(
                        image.fileName() + " has a multiboot 2 header with a tag of " + size + " bytes");
            }
            readTag(header, at, size, wishes);
            at += size + 7 & ~7L;
        }
        return wishes;
    }

    private void readTag(Bytes header, long at, long size, Wishes wishes) {
        switch (header.u16(at)) {
            case REQUEST -> requireGiven(header, at, size);
            case ADDRESSES ->
                wishes.addresses = new AddressFields(
                        offset, header.u32(at + 8), header.u32(at + 12), header.u32(at + 16), header.u32(at + 20));
            case ENTRY -> wishes.entry = header.u32(at + 8);
            // A kernel that could lie elsewhere stays where it was linked.
            case RELOCATABLE -> wishes.relocatable = true;
            case CONSOLE, FRAMEBUFFER, MODULE_ALIGNMENT -> {
                // There is a text console, which everybody is told of, and modules always begin a page.
            }
            default -> {
                boolean required = (header.u16(at + 2) & OPTIONAL) == 0;
                boolean efi = header.u16(at) >= 7 && header.u16(at) <= 9;
                if (required && !efi) {
                    throw new BadInputException(image.fileName() + " has a multiboot 2 header that requires the tag "
                            + header.u16(at) + ", which this loader does not know");
                }
            }
        }
    }

    private void requireGiven(Bytes header, long at, long size) {
        boolean required = (header.u16(at + 2) & OPTIONAL) == 0;
        for (long i = 8; required && i + 4 <= size; i += 4) {
            int wanted = (int) header.u32(at + i);
            if (!GIVEN.contains(wanted)) {
                throw new BadInputException(image.fileName() + " requires multiboot 2 information of type " + wanted
                        + ", which this machine cannot give");
            }
        }
    }

    // ---- what the kernel is told ----

    private long information(BootMemory memory, Request request, Wishes wishes) {
        ByteWriter out = new ByteWriter();
        out.u64(0);
        text(out, 1, request.commandLine());
        text(out, 2, DirectBoot.LOADER);
        for (BootModule module : request.modules()) {
            long start = memory.place(module);
            int at = begin(out, 3);
            out.u32(start).u32(start + module.content().length).text(module.text());
            end(out, at);
        }
        int basic = begin(out, 4);
        out.u32(memory.map().lowerKib()).u32(memory.map().upperKib());
        end(out, basic);
        memoryMap(out, memory.map());
        if (wishes.relocatable) {
            int base = begin(out, 21);
            out.u32(memory.lowestLoaded());
            end(out, base);
        }
        int screen = begin(out, 8);
        out.bytes(TextScreen.fields()).u16(0);
        end(out, screen);
        SectionHeaders.of(image, memory).ifPresent(sections -> {
            int at = begin(out, 9);
            out.u32(sections.count()).u32(sections.entrySize()).u32(sections.names());
            out.bytes(sections.headers());
            end(out, at);
        });
        int acpi = begin(out, 14);
        out.bytes(DirectBoot.rootPointer());
        end(out, acpi);
        end(out, begin(out, END));
        out.put(0, 4, out.length());
        return memory.place(out.toByteArray(), 8);
    }

    private static void memoryMap(ByteWriter out, MemoryMap map) {
        int at = begin(out, 6);
        out.u32(24).u32(0);
        for (MemoryMap.Region region : map.regions()) {
            out.u64(region.base()).u64(region.size()).u32(region.type()).u32(0);
        }
        end(out, at);
    }

    private static void text(ByteWriter out, int type, String text) {
        int at = begin(out, type);
        out.text(text);
        end(out, at);
    }

    private static int begin(ByteWriter out, int type) {
        out.align(8);
        int at = out.length();
        out.u32(type).u32(0);
        return at;
    }

    private static void end(ByteWriter out, int at) {
        out.put(at + 4, 4, out.length() - at);
    }
}
