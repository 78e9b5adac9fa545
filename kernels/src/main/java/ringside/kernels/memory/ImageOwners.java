package ringside.kernels.memory;

import java.util.Locale;
import java.util.Optional;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSection;
import ringside.cpu.image.ElfSegment;
import ringside.cpu.image.Symbol;
import ringside.kernels.memory.Placement.Piece;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.OwnerMap;

/**
 * The frames that hold a program: its sections, and in them the objects of a page or more by their names.
 *
 * <p>How it works: a file tells where the program would lie, not that it does. So bytes of its code, spread evenly, are
 * compared with memory first; a program that is not there gets nothing.
 */
final class ImageOwners {
    private static final int SAMPLES = 64;
    private static final long THREAD_LOCAL = 0x400;
    private static final long FRAME = 4096;

    private final ProgramImage program;
    private final Bus bus;

    ImageOwners(ProgramImage program, Bus bus) {
        this.program = program;
        this.bus = bus;
    }

    /** Puts the program into the map if it lies there in that way. */
    void putInto(OwnerMap map, Placement placement) {
        Optional<ElfSegment> code = code();
        if (code.isEmpty() || !isThere(code.get(), placement)) {
            return;
        }
        OwnerMap own = new OwnerMap();
        boolean hasSections = false;
        for (ElfSection section : program.elf().sections()) {
            if (isMemory(section)) {
                hasSections = true;
                put(own, placement, section.address(), section.size(), plainName(section));
            }
        }
        if (!hasSections) {
            for (ElfSegment segment : program.elf().loadSegments()) {
                put(own, placement, segment.virtualAddress(), segment.memorySize(), use(segment));
            }
        }
        program.symbols().all().forEach(symbol -> putLarge(own, placement, symbol));
        map.putAll(own.owners().wholeFrames());
    }

    private Optional<ElfSegment> code() {
        return program.elf().loadSegments().stream()
                .filter(segment -> segment.isExecutable() && segment.content().length() > 0)
                .findFirst();
    }

    private boolean isThere(ElfSegment code, Placement placement) {
        byte[] expected = code.content().toArray();
        int step = Math.max(1, expected.length / SAMPLES);
        int compared = 0;
        int equal = 0;
        for (Piece piece : placement.pieces(code, code.virtualAddress(), expected.length)) {
            long first = piece.linear() - code.virtualAddress();
            for (long at = (first + step - 1) / step * step; at < first + piece.bytes(); at += step) {
                if (expected[(int) at] != 0) {
                    compared++;
                    equal += byteAt(piece.physical() + at - first) == (expected[(int) at] & 0xFF) ? 1 : 0;
                }
            }
        }
        return compared > 0 && equal * 10 >= compared * 9;
    }

    private int byteAt(long physical) {
        try {
            return (int) bus.peek(physical, Width.BYTE);
        } catch (BusFault nothingThere) {
            return -1;
        }
    }

    private static boolean isMemory(ElfSection section) {
        return section.isAllocated()
                && section.size() > 0
                && section.type() != ElfSection.NOTE
                && (section.flags() & THREAD_LOCAL) == 0;
    }

    private static String plainName(ElfSection section) {
        return section.name().replaceFirst("^\\.", "");
    }

    private static String use(ElfSegment segment) {
        return segment.isExecutable() ? "text" : segment.isWritable() ? "data" : "rodata";
    }

    /** Stacks and tables stand in the section of their own names: which they are, their names tell. */
    private void putLarge(OwnerMap own, Placement placement, Symbol symbol) {
        Elf elf = program.elf();
        if (symbol.kind() != Symbol.Kind.OBJECT
                || symbol.size() < FRAME
                || symbol.section() <= 0
                || symbol.section() >= elf.sections().size()) {
            return;
        }
        ElfSection section = elf.sections().get(symbol.section());
        if (isMemory(section)) {
            String name = symbol.name().replaceFirst("^.*::", "");
            String use = name.toLowerCase(Locale.ROOT).contains("stack") ? "stack" : plainName(section);
            put(own, placement, symbol.address(), symbol.size(), use + " " + name);
        }
    }

    private void put(OwnerMap own, Placement placement, long linear, long bytes, String purpose) {
        FrameOwner owner = FrameOwner.of(Kind.IMAGE, program.name(), purpose);
        for (ElfSegment segment : program.elf().loadSegments()) {
            if (segment.contains(linear)) {
                for (Piece piece : placement.pieces(segment, linear, bytes)) {
                    own.put(piece.physical(), piece.physical() + piece.bytes(), owner);
                }
                return;
            }
        }
    }
}
