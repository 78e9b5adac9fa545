package ringside.kernels.session;

import java.util.List;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.GuestImage;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.dwarf.Dwarf;

/** A program with its symbols and debugging information: the image itself, or one inside it. */
record Program(String name, Elf elf, Symbols symbols, Dwarf dwarf) {

    static Program of(String name, byte[] bytes) {
        Elf elf = GuestImage.isElf(bytes) ? Elf.parse(name, bytes) : withoutSymbols(name);
        Symbols symbols = Symbols.of(elf);
        return new Program(name, elf, symbols, Dwarf.of(elf, symbols));
    }

    /** A ROM: nothing is known about what it holds. */
    private static Elf withoutSymbols(String name) {
        return new Elf(name, ElfMachine.X86_64, Elf.EXECUTABLE, 0, 0, List.of(), List.of());
    }

    /** Whether the address lies in one of the program's segments. */
    boolean contains(long address) {
        return elf.loadSegments().stream().anyMatch(segment -> segment.contains(address));
    }
}
