package ringside.kernels.memory;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.machine.Machine;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.OwnedPageTables;
import ringside.kernels.view.OwnerMap;

/** Who owns the physical memory of a machine that pages. Every address has an owner, if only "nothing there". */
public final class PhysicalMemory {
    private final Machine machine;
    private final List<ProgramImage> programs;

    /** The memory of a machine in which these programs may lie. */
    public PhysicalMemory(Machine machine, List<ProgramImage> programs) {
        this.machine = machine;
        this.programs = List.copyOf(programs);
    }

    /**
     * Reads the owners at the machine's instant.
     *
     * @param tables the page tables in use
     * @param kernel what the kernel's own structures say, which goes before all else
     */
    public FrameOwners owners(PageTablesView tables, FrameOwners kernel) {
        OwnerMap map = new OwnerMap();
        new BoardOwners(machine).putInto(map);
        Placement mapped = Placement.asMapped(tables);
        for (ProgramImage program : programs) {
            ImageOwners image = new ImageOwners(program, machine.bus());
            image.putInto(map, Placement.asLinked());
            image.putInto(map, mapped);
        }
        FrameOwners below = map.owners();
        for (PageTablesView.Table table : tables.tables()) {
            String where = below.ownerOf(table.address())
                    .filter(owner -> owner.kind() == Kind.IMAGE)
                    .map(FrameOwner::name)
                    .orElse("");
            map.putFrame(table.address(), FrameOwner.of(Kind.PAGE_TABLES, where, table.name()));
        }
        return map.putAll(kernel).owners();
    }

    /** The page tables with what they map cut at the borders of owners. */
    public static OwnedPageTables join(PageTablesView tables, FrameOwners frames) {
        List<OwnedPageTables.Piece> pieces = new ArrayList<>();
        for (PageTablesView.Range range : tables.ranges()) {
            long shift = range.linear() - range.physical();
            for (FrameOwners.Area area : frames.within(range.physical(), range.physical() + range.bytes())) {
                pieces.add(new OwnedPageTables.Piece(
                        area.start() + shift, area.end() - area.start(), area.start(), area.owner()));
            }
        }
        return new OwnedPageTables(
                tables.mode(),
                tables.cr3(),
                tables.tables(),
                tables.ranges(),
                tables.complete(),
                pieces,
                frames.areas());
    }
}
