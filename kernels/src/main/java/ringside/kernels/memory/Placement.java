package ringside.kernels.memory;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.ElfSegment;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageTablesView.Range;

/** A way in which a program may lie in physical memory. */
@FunctionalInterface
interface Placement {

    /** Addresses of a program that lie one after the other in physical memory. */
    record Piece(long linear, long physical, long bytes) {}

    /** Where addresses of a segment lie; empty where they do not. */
    List<Piece> pieces(ElfSegment segment, long linear, long bytes);

    /** Where the file says that a loader of a bare machine puts it. */
    static Placement asLinked() {
        return (segment, linear, bytes) ->
                List.of(new Piece(linear, linear - segment.virtualAddress() + segment.physicalAddress(), bytes));
    }

    /** Where the page tables have it. */
    static Placement asMapped(PageTablesView tables) {
        return (segment, linear, bytes) -> mapped(tables.ranges(), linear, bytes);
    }

    private static List<Piece> mapped(List<Range> ranges, long linear, long bytes) {
        List<Piece> pieces = new ArrayList<>();
        long last = linear + bytes - 1;
        for (int i = firstReaching(ranges, linear); i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (Long.compareUnsigned(range.linear(), last) > 0) {
                break;
            }
            long end = range.linear() + range.bytes() - 1;
            long from = Long.compareUnsigned(linear, range.linear()) > 0 ? linear : range.linear();
            long to = Long.compareUnsigned(last, end) < 0 ? last : end;
            pieces.add(new Piece(from, range.physical() + (from - range.linear()), to - from + 1));
        }
        return pieces;
    }

    /** The first range that ends at the address or after it. */
    private static int firstReaching(List<Range> ranges, long linear) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (Long.compareUnsigned(range.linear() + range.bytes() - 1, linear) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
