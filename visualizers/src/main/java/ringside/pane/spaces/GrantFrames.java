package ringside.pane.spaces;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.pane.NumberText;
import ringside.pane.Words;

/**
 * The frames behind a grant.
 *
 * @param pieces frames that follow each other, in the order of the grant's addresses
 */
record GrantFrames(List<Piece> pieces) {
    private static final int LISTED = 2;

    /** Physical memory behind linear addresses. */
    record Piece(long linear, long physical, long bytes) {}

    GrantFrames {
        pieces = List.copyOf(pieces);
    }

    static GrantFrames of(List<Range> ranges, Grant grant) {
        return of(ranges, grant.base(), grant.end());
    }

    static GrantFrames of(List<Range> ranges, long base, long end) {
        List<Piece> pieces = new ArrayList<>();
        for (Range range : ranges) {
            long from = Math.max(range.linear(), base);
            long to = Math.min(range.linear() + range.bytes(), end);
            if (range.user() && from < to) {
                long physical = range.physical() + from - range.linear();
                Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
                boolean joins =
                        last != null && last.linear + last.bytes == from && last.physical + last.bytes == physical;
                if (joins) {
                    pieces.set(pieces.size() - 1, new Piece(last.linear, last.physical, last.bytes + to - from));
                } else {
                    pieces.add(new Piece(from, physical, to - from));
                }
            }
        }
        return new GrantFrames(pieces);
    }

    /** The first frame, or -1. */
    long first() {
        return pieces.isEmpty() ? NumberText.NO_ADDRESS : pieces.get(0).physical;
    }

    /** Whether a piece of physical memory is behind both. */
    boolean shares(GrantFrames other) {
        return pieces.stream()
                .anyMatch(mine -> other.pieces.stream()
                        .anyMatch(theirs -> mine.physical < theirs.physical + theirs.bytes
                                && theirs.physical < mine.physical + mine.bytes));
    }

    /** The same in words. */
    String words(long page) {
        if (pieces.isEmpty()) {
            return Words.of("address-spaces.noFrames");
        }
        List<String> parts = new ArrayList<>();
        for (Piece piece : pieces.subList(0, Math.min(LISTED, pieces.size()))) {
            parts.add(
                    piece.bytes <= page
                            ? NumberText.address(piece.physical)
                            : Words.of(
                                    "ipc.range",
                                    NumberText.address(piece.physical),
                                    NumberText.address(piece.physical + piece.bytes - 1)));
        }
        String more = pieces.size() > LISTED
                ? " " + Words.of("address-spaces.morePieces", Integer.toString(pieces.size() - LISTED))
                : "";
        boolean one = pieces.size() == 1 && pieces.get(0).bytes <= page;
        return Words.of(one ? "address-spaces.frame" : "address-spaces.frames", String.join(", ", parts)) + more;
    }
}
