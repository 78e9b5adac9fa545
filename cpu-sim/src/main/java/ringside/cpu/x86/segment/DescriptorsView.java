package ringside.cpu.x86.segment;

import java.util.List;
import ringside.cpu.x86.X86Core;

/**
 * The descriptor tables and the task state, decoded.
 *
 * @param gdt the GDT
 * @param ldt the LDT; empty if LDTR is null
 * @param idt the IDT, in real mode the vector table
 * @param task the TSS
 */
public record DescriptorsView(Table gdt, Table ldt, Vectors idt, Task task) {

    /** Reads them, without effects. */
    public static DescriptorsView of(X86Core cpu) {
        return new DescriptorsReader(cpu).read();
    }

    /**
     * A table of segments.
     *
     * @param selector what selects the table itself: LDTR, or 0 for the GDT
     */
    public record Table(int selector, long base, int limit, List<Segment> segments) {
        /** Copies the list. */
        public Table {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A descriptor of the GDT or an LDT.
     *
     * @param selector the selector that leads to it, with RPL 0
     * @param kind in words, such as {@code 64-bit code, readable}
     * @param details what else there is to say: base and limit, or where a gate leads
     * @param loadedIn the segment registers that hold its selector, such as {@code CS SS}
     * @param high its second eight bytes if it has them, else 0
     */
    public record Segment(
            int selector,
            String kind,
            String details,
            int dpl,
            boolean isPresent,
            String loadedIn,
            long low,
            long high) {}

    /** The IDT. */
    public record Vectors(long base, int limit, List<Vector> vectors) {
        /** Copies the list. */
        public Vectors {
            vectors = List.copyOf(vectors);
        }
    }

    /**
     * An entry of the IDT.
     *
     * @param number the vector
     * @param kind such as {@code interrupt gate}
     * @param interruptStack the IST stack of long mode, or 0
     */
    public record Vector(
            int number, String kind, int selector, long offset, int dpl, boolean isPresent, int interruptStack) {}

    /**
     * The TSS that TR names.
     *
     * @param bits 16, 32 or 64
     * @param fields its fields that the processor uses, in their order
     */
    public record Task(int selector, long base, long limit, int bits, List<Field> fields) {
        /** Copies the list. */
        public Task {
            fields = List.copyOf(fields);
        }
    }

    /** A field of a TSS. */
    public record Field(int offset, String name, int bytes, long value) {}
}
