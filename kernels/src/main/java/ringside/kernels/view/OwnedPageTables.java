package ringside.kernels.view;

import java.util.List;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PagingMode;

/**
 * The page tables that CR3 points at, and who owns what they map: {@code PageTablesView} with two lists more.
 *
 * @param owners the mapped ranges again, cut where the owner of the physical memory changes, in the order of the ranges
 * @param frames who owns all of physical memory, the frames of the tables too
 */
public record OwnedPageTables(
        PagingMode mode,
        long cr3,
        List<PageTablesView.Table> tables,
        List<PageTablesView.Range> ranges,
        boolean complete,
        List<Piece> owners,
        List<FrameOwners.Area> frames) {

    /**
     * A piece of a mapped range with one owner.
     *
     * @param linear its first linear address
     * @param bytes how many
     * @param physical its first physical address
     */
    public record Piece(long linear, long bytes, long physical, FrameOwner owner) {}

    /** Copies the lists. */
    public OwnedPageTables {
        tables = List.copyOf(tables);
        ranges = List.copyOf(ranges);
        owners = List.copyOf(owners);
        frames = List.copyOf(frames);
    }
}
