package ringside.cpu.image.dwarf;

import java.util.List;

/** Where a variable is at one moment. */
public sealed interface Location {
    /** What a pane shows beside the value. */
    String text();

    /** In memory. */
    record InMemory(long address) implements Location {
        @Override
        public String text() {
            return "at 0x" + Long.toHexString(address);
        }
    }

    /** In a register. */
    record InRegister(String name) implements Location {
        @Override
        public String text() {
            return "in " + name;
        }
    }

    /** Nowhere, but the compiler left a rule that gives the value: these are its lowest 64 bits. */
    record Computed(long value) implements Location {
        @Override
        public String text() {
            return "computed";
        }
    }

    /** Nowhere, but the compiler wrote the value down. */
    record Constant(List<Byte> bytes) implements Location {
        public Constant {
            bytes = List.copyOf(bytes);
        }

        @Override
        public String text() {
            return "constant";
        }
    }

    /** In several places. */
    record InPieces(List<Piece> pieces) implements Location {
        public InPieces {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String text() {
            return "in " + pieces.size() + " pieces";
        }
    }

    /**
     * A part of a variable.
     *
     * @param location where the part is
     * @param sizeInBytes how many bytes it has
     */
    record Piece(Location location, long sizeInBytes) {}

    /** Nowhere at this moment. */
    record OptimisedOut(String reason) implements Location {
        @Override
        public String text() {
            return "optimised out: " + reason;
        }
    }
}
