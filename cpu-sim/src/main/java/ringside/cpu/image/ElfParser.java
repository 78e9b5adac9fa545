package ringside.cpu.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ringside.cpu.BadInputException;

/** Reads the headers of an ELF file and checks each of them.   @elf "ELF header", "Program header", "Sections" */
final class ElfParser {
    private static final int BITS_32 = 1;
    private static final int BITS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int MANY_SEGMENTS = 0xFFFF;
    private static final int MANY_SECTIONS = 0xFFFF;

    private final Bytes file;
    private boolean wide;
    private int type;
    private ElfMachine machine;

    ElfParser(Bytes file) {
        this.file = file;
    }

    Elf parse() {
        readIdentification();
        Cursor header = file.cursor(16);
        type = header.u16();
        machine = machineOf(header.u16());
        if (type != Elf.EXECUTABLE && type != Elf.SHARED && type != Elf.RELOCATABLE) {
            throw file.unsupported(
                    "this ELF file is of type " + type + ", not a program", "Give a linked program or an object file.");
        }
        if (header.u32() != 1) {
            throw file.bad(20, "the ELF version is not 1");
        }
        long entry = address(header);
        long segmentsAt = address(header);
        long sectionsAt = address(header);
        long flags = header.u32();
        header.u16(); // size of this header
        int segmentSize = header.u16();
        int segmentCount = header.u16();
        int sectionSize = header.u16();
        int sectionCount = header.u16();
        int namesIndex = header.u16();

        List<ElfSection> sections =
                sectionsAt == 0 ? List.of() : readSections(sectionsAt, sectionSize, sectionCount, namesIndex);
        if (segmentCount == MANY_SEGMENTS) {
            throw file.unsupported("it has 65535 segments or more", "Link it with fewer.");
        }
        List<ElfSegment> segments = segmentCount == 0 ? List.of() : readSegments(segmentsAt, segmentSize, segmentCount);
        checkOverlaps(segments);
        return new Elf(file.fileName(), machine, type, entry, flags, segments, sections);
    }

    private void readIdentification() {
        if (file.length() < 4 || file.u32(0) != 0x464C_457FL) {
            throw file.unsupported(
                    "this is not an ELF file (it does not begin with 7f 45 4c 46)",
                    "Give the linked program, not a raw binary or an Intel hex file.");
        }
        if (file.length() < 52) {
            throw file.bad(file.length(), "the ELF header is cut short");
        }
        int bits = file.u8(4);
        if (bits != BITS_32 && bits != BITS_64) {
            throw file.bad(4, "the ELF class is " + bits + ", neither 32 nor 64 bits");
        }
        wide = bits == BITS_64;
        if (file.u8(5) != LITTLE_ENDIAN) {
            throw file.unsupported(
                    "this ELF file is big-endian",
                    "The emulated machines are little-endian: build it for one of them.");
        }
        if (file.u8(6) != 1) {
            throw file.bad(6, "the ELF version is not 1");
        }
    }

    private ElfMachine machineOf(int number) {
        for (ElfMachine candidate : ElfMachine.values()) {
            if (candidate.number() == number) {
                if (wide != (candidate.addressSizeInBytes() == 8)) {
                    throw file.bad(
                            4, candidate.title() + " does not go with an ELF file of " + (wide ? 64 : 32) + " bits");
                }
                return candidate;
            }
        }
        throw file.unsupported(
                "this ELF file is for the machine with number " + number + nameOfOther(number),
                "Ringside emulates Arm Cortex-M and x86-64: build it for one of them.");
    }

    private static String nameOfOther(int number) {
        return switch (number) {
            case 8 -> " (MIPS)";
            case 20, 21 -> " (PowerPC)";
            case 183 -> " (64-bit Arm)";
            case 243 -> " (RISC-V)";
            default -> "";
        };
    }

    private List<ElfSegment> readSegments(long at, int size, int count) {
        int expected = wide ? 56 : 32;
        if (size != expected) {
            throw file.bad(wide ? 54 : 42, "a program header has " + size + " bytes instead of " + expected);
        }
        Cursor table =
                file.slice("the table of segments", at, (long) size * count).cursor(0);
        List<ElfSegment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            table.moveTo((long) i * size);
            segments.add(readSegment(table, i));
        }
        return segments;
    }

    private ElfSegment readSegment(Cursor table, int index) {
        int kind = (int) table.u32();
        int segmentFlags = wide ? (int) table.u32() : 0;
        long offset = address(table);
        long virtual = address(table);
        long physical = address(table);
        long fileSize = address(table);
        long memorySize = address(table);
        if (!wide) {
            segmentFlags = (int) table.u32();
        }
        long alignment = address(table);
        String name = "segment " + index;
        if (kind != ElfSegment.LOAD) {
            // Only loadable segments matter; others may name bytes that are not there.
            boolean inside =
                    offset >= 0 && fileSize >= 0 && offset <= file.length() && fileSize <= file.length() - offset;
            Bytes content = inside ? file.slice(name, offset, fileSize) : Bytes.none(file.fileName(), name);
            return new ElfSegment(kind, segmentFlags, virtual, physical, content, memorySize, alignment);
        }
        if (Long.compareUnsigned(fileSize, memorySize) > 0) {
            throw table.bad(name + " has more bytes in the file than in memory");
        }
        checkWrap(table, name, virtual, memorySize);
        checkWrap(table, name, physical, fileSize);
        return new ElfSegment(
                kind, segmentFlags, virtual, physical, file.slice(name, offset, fileSize), memorySize, alignment);
    }

    private void checkWrap(Cursor table, String name, long start, long size) {
        long last = start + size - 1;
        boolean wraps = wide ? Long.compareUnsigned(last, start) < 0 : last > 0xFFFF_FFFFL;
        if (size != 0 && wraps) {
            throw table.bad(name + " goes past the end of the address space");
        }
    }

    /** Two segments must not write the same bytes of memory: which one would win is nowhere defined. */
    private void checkOverlaps(List<ElfSegment> segments) {
        List<ElfSegment> filled = new ArrayList<>(segments);
        filled.removeIf(s -> !s.isLoadable() || s.content().isEmpty());
        filled.sort(Comparator.comparing(ElfSegment::physicalAddress, Long::compareUnsigned));
        for (int i = 1; i < filled.size(); i++) {
            ElfSegment low = filled.get(i - 1);
            ElfSegment high = filled.get(i);
            if (Long.compareUnsigned(
                            high.physicalAddress() - low.physicalAddress(),
                            low.content().length())
                    < 0) {
                throw new BadInputException(String.format(
                        Locale.ROOT,
                        "%s: %s and %s both fill the memory at 0x%x. Link it again so that they do not overlap.",
                        file.fileName(),
                        low.content().part(),
                        high.content().part(),
                        high.physicalAddress()));
            }
        }
    }

    private List<ElfSection> readSections(long at, int size, int countInHeader, int namesInHeader) {
        int expected = wide ? 64 : 40;
        if (size != expected) {
            throw file.bad(wide ? 58 : 46, "a section header has " + size + " bytes instead of " + expected);
        }
        RawSection first = readRaw(file.slice("the table of sections", at, size).cursor(0));
        long count = countInHeader == 0 ? first.size : countInHeader;
        long namesIndex = namesInHeader == MANY_SECTIONS ? first.link : namesInHeader;
        if (count < 0 || count > file.length() / size) {
            throw file.bad(at, "there cannot be " + Long.toUnsignedString(count) + " sections");
        }
        Bytes table = file.slice("the table of sections", at, count * size);
        RawSection[] raw = new RawSection[(int) count];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = readRaw(table.cursor((long) i * size));
        }
        Bytes names = namesOf(raw, namesIndex);
        List<ElfSection> sections = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; i++) {
            sections.add(section(i, raw[i], names));
        }
        return sections;
    }

    private Bytes namesOf(RawSection[] raw, long index) {
        if (index == 0 || raw.length == 0) {
            return Bytes.none(file.fileName(), "the table of section names");
        }
        if (index < 0 || index >= raw.length) {
            throw file.bad(
                    wide ? 62 : 50, "the section names are said to be in section " + index + " of " + raw.length);
        }
        RawSection names = raw[(int) index];
        return file.slice("the table of section names", names.offset, names.size);
    }

    private ElfSection section(int index, RawSection raw, Bytes names) {
        String name = names.isEmpty() ? "" : names.text(raw.name);
        String part = name.isEmpty() ? "section " + index : "section " + name;
        boolean absent = raw.type == ElfSection.NO_BITS || raw.type == 0;
        Bytes content = absent ? Bytes.none(file.fileName(), part) : file.slice(part, raw.offset, raw.size);
        return new ElfSection(
                index, name, raw.type, raw.flags, raw.address, raw.size, content, (int) raw.link, raw.alignment);
    }

    private RawSection readRaw(Cursor header) {
        long name = header.u32();
        int kind = (int) header.u32();
        long sectionFlags = address(header);
        long virtual = address(header);
        long offset = address(header);
        long size = address(header);
        long link = header.u32();
        header.u32(); // further link
        long alignment = address(header);
        return new RawSection(name, kind, sectionFlags, virtual, offset, size, link, alignment);
    }

    private long address(Cursor cursor) {
        return wide ? cursor.u64() : cursor.u32();
    }

    private record RawSection(
            long name, int type, long flags, long address, long offset, long size, long link, long alignment) {}
}
