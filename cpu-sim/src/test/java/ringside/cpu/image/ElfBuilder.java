package ringside.cpu.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts small ELF files together, sound ones and broken ones, for tests. */
public final class ElfBuilder {
    private record Segment(int type, int flags, long virtual, long physical, byte[] content, long memorySize) {}

    private record Section(String name, int type, long flags, long address, byte[] content, long size, int link) {}

    private final boolean wide;
    private final int machine;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private long entry;

    private ElfBuilder(boolean wide, int machine) {
        this.wide = wide;
        this.machine = machine;
        sections.add(new Section("", 0, 0, 0, new byte[0], 0, 0));
    }

    public static ElfBuilder arm() {
        return new ElfBuilder(false, 40);
    }

    static ElfBuilder x86() {
        return new ElfBuilder(true, 62);
    }

    static ElfBuilder other(boolean wide, int machine) {
        return new ElfBuilder(wide, machine);
    }

    ElfBuilder entry(long address) {
        entry = address;
        return this;
    }

    ElfBuilder segment(int flags, long virtual, long physical, byte[] content, long memorySize) {
        segments.add(new Segment(ElfSegment.LOAD, flags, virtual, physical, content, memorySize));
        return this;
    }

    public ElfBuilder section(String name, int type, long flags, long address, byte[] content) {
        return section(name, type, flags, address, content, 0);
    }

    ElfBuilder section(String name, int type, long flags, long address, byte[] content, int link) {
        sections.add(new Section(name, type, flags, address, content, content.length, link));
        return this;
    }

    ElfBuilder zeroSection(String name, long address, long size) {
        sections.add(new Section(name, ElfSection.NO_BITS, 3, address, new byte[0], size, 0));
        return this;
    }

    /** Sections .symtab and .strtab from lines {@code name value size type(0|1|2) section}. */
    ElfBuilder symbols(String lines) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.write(0);
        List<String> rows = lines.lines().filter(line -> !line.isBlank()).toList();
        int size = wide ? 24 : 16;
        ByteBuffer table = ByteBuffer.allocate(size * (rows.size() + 1)).order(ByteOrder.LITTLE_ENDIAN);
        table.position(size);
        for (String row : rows) {
            String[] part = row.strip().split("\\s+");
            int nameAt = names.size();
            names.writeBytes((part[0] + "\0").getBytes(StandardCharsets.UTF_8));
            long value = Long.decode(part[1]);
            long length = Long.decode(part[2]);
            int global = 1 << 4;
            table.putInt(nameAt);
            if (!wide) {
                table.putInt((int) value).putInt((int) length);
            }
            table.put((byte) (Integer.parseInt(part[3]) | global)).put((byte) 0);
            table.putShort(Short.parseShort(part[4]));
            if (wide) {
                table.putLong(value).putLong(length);
            }
        }
        int strings = sections.size() + 1;
        section(".symtab", ElfSection.SYMBOL_TABLE, 0, 0, table.array(), strings);
        return section(".strtab", 3, 0, 0, names.toByteArray());
    }

    public byte[] build() {
        int headerSize = wide ? 64 : 52;
        int segmentSize = wide ? 56 : 32;
        int sectionSize = wide ? 64 : 40;
        List<Section> all = new ArrayList<>(sections);
        StringBuilder names = new StringBuilder();
        List<Integer> nameAt = new ArrayList<>();
        all.add(new Section(".shstrtab", 3, 0, 0, new byte[0], 0, 0));
        for (Section section : all) {
            nameAt.add(names.length());
            names.append(section.name).append('\0');
        }
        byte[] nameBytes = names.toString().getBytes(StandardCharsets.UTF_8);
        all.set(all.size() - 1, new Section(".shstrtab", 3, 0, 0, nameBytes, nameBytes.length, 0));

        int position = headerSize + segmentSize * segments.size() + sectionSize * all.size();
        ByteBuffer out = ByteBuffer.allocate(1 << 22).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7F, 'E', 'L', 'F', (byte) (wide ? 2 : 1), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.putShort((short) 2).putShort((short) machine).putInt(1);
        word(out, entry);
        word(out, headerSize);
        word(out, headerSize + (long) segmentSize * segments.size());
        out.putInt(0x0500_0200).putShort((short) headerSize);
        out.putShort((short) segmentSize).putShort((short) segments.size());
        out.putShort((short) sectionSize).putShort((short) all.size()).putShort((short) (all.size() - 1));
        for (Segment s : segments) {
            out.putInt(s.type);
            if (wide) {
                out.putInt(s.flags);
            }
            word(out, position);
            word(out, s.virtual);
            word(out, s.physical);
            word(out, s.content.length);
            word(out, s.memorySize);
            if (!wide) {
                out.putInt(s.flags);
            }
            word(out, 4);
            position += s.content.length;
        }
        for (int i = 0; i < all.size(); i++) {
            Section s = all.get(i);
            out.putInt(nameAt.get(i)).putInt(s.type);
            word(out, s.flags);
            word(out, s.address);
            word(out, i == 0 ? 0 : position);
            word(out, s.size);
            out.putInt(s.link).putInt(0);
            word(out, 4);
            word(out, 0);
            position += s.content.length;
        }
        segments.forEach(s -> out.put(s.content));
        all.forEach(s -> out.put(s.content));
        byte[] file = new byte[out.position()];
        out.flip().get(file);
        return file;
    }

    private void word(ByteBuffer out, long value) {
        if (wide) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
