package ringside.kernels.session;

import ringside.cpu.image.Elf;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.dwarf.Dwarf;

/** A program with its symbols and debugging information: the image itself, or one inside it. */
record Program(String name, Elf elf, Symbols symbols, Dwarf dwarf) {

    static Program of(String name, byte[] bytes) {
        Elf elf = Elf.parse(name, bytes);
        Symbols symbols = Symbols.of(elf);
        return new Program(name, elf, symbols, Dwarf.of(elf, symbols));
    }

    /** Whether the address lies in one of the program's segments. */
    boolean contains(long address) {
        return elf.loadSegments().stream().anyMatch(segment -> segment.contains(address));
    }
}
