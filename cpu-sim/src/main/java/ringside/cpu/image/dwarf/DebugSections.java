package ringside.cpu.image.dwarf;

import ringside.cpu.image.Bytes;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.Symbols;

/** The sections of an image that hold debug information; absent ones have no bytes. */
record DebugSections(
        Elf elf,
        Symbols symbols,
        boolean codeAtZero,
        boolean objectAtZero,
        Effort effort,
        Damage damage,
        Bytes entries,
        Bytes abbreviations,
        Bytes texts,
        Bytes lineTexts,
        Bytes textOffsets,
        Bytes addresses,
        Bytes lines,
        Bytes ranges,
        Bytes rangeLists,
        Bytes locations,
        Bytes locationLists) {
    static DebugSections of(Elf elf, Symbols symbols) {
        boolean codeAtZero =
                symbols.at(0).filter(place -> place.symbol().isFunction()).isPresent();
        boolean objectAtZero = symbols.at(0).isPresent() && !codeAtZero;
        long total = elf.sections().stream()
                .filter(section -> section.name().startsWith(".debug_"))
                .mapToLong(section -> section.isCompressed()
                        ? 8L * section.content().length()
                        : section.content().length())
                .sum();
        Damage damage = new Damage();
        return new DebugSections(
                elf,
                symbols,
                codeAtZero,
                objectAtZero,
                new Effort(total),
                damage,
                bytes(elf, ".debug_info", damage),
                bytes(elf, ".debug_abbrev", damage),
                bytes(elf, ".debug_str", damage),
                bytes(elf, ".debug_line_str", damage),
                bytes(elf, ".debug_str_offsets", damage),
                bytes(elf, ".debug_addr", damage),
                bytes(elf, ".debug_line", damage),
                bytes(elf, ".debug_ranges", damage),
                bytes(elf, ".debug_rnglists", damage),
                bytes(elf, ".debug_loc", damage),
                bytes(elf, ".debug_loclists", damage));
    }

    private static Bytes bytes(Elf elf, String section, Damage damage) {
        return damage.orElse(Bytes.none(elf.fileName(), "section " + section), () -> elf.sectionBytes(section));
    }

    /**
     * Whether code that begins at an address is part of the program. Linkers leave the descriptions of code that they threw
     * away, with addresses that are 0 or lie nowhere.
     */
    boolean isLive(long start) {
        return start == 0 ? codeAtZero : elf.isCode(start);
    }

    /** Whether a variable at an address is part of the program. */
    boolean isLiveObject(long address) {
        return address == 0 ? objectAtZero : elf.sections().stream().anyMatch(section -> section.contains(address));
    }

    ElfMachine machine() {
        return elf.machine();
    }
}
