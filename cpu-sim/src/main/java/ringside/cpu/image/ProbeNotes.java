package ringside.cpu.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the notes of type 3 and owner {@code stapsdt}.   @stap "Note format" */
final class ProbeNotes {
    private static final String SECTION = ".note.stapsdt";
    private static final int PROBE = 3;

    private final Elf elf;
    private final Symbols symbols;

    ProbeNotes(Elf elf, Symbols symbols) {
        this.elf = elf;
        this.symbols = symbols;
    }

    List<StaticProbe> read() {
        Cursor notes = elf.sectionBytes(SECTION).cursor(0);
        List<StaticProbe> probes = new ArrayList<>();
        while (notes.remaining() >= 12) {
            long ownerSize = notes.u32();
            long contentSize = notes.u32();
            long type = notes.u32();
            Bytes owner = notes.take(ownerSize);
            notes.align(4);
            Bytes content = notes.take(contentSize);
            notes.align(4);
            if (type == PROBE && ownerSize == 8 && owner.text(0).equals("stapsdt")) {
                probes.add(probe(content.cursor(0)));
            }
        }
        return probes;
    }

    private StaticProbe probe(Cursor note) {
        int addressSize = elf.machine().addressSizeInBytes();
        long address = note.unsigned(addressSize);
        long base = note.unsigned(addressSize);
        long semaphore = note.unsigned(addressSize);
        String provider = note.text();
        String name = note.text();
        String arguments = note.atEnd() ? "" : note.text();
        // The section was moved by something that did not touch the notes (prelink, for one) when its address differs.
        Optional<ElfSection> baseSection = elf.section(".stapsdt.base");
        long moved = base == 0
                ? 0
                : baseSection.map(section -> section.address() - base).orElse(0L);
        return new StaticProbe(
                provider,
                name,
                elf.machine().codeAddress(address + moved),
                semaphore == 0 ? 0 : semaphore + moved,
                new ProbeArguments(elf.machine(), symbols).parse(arguments));
    }
}
