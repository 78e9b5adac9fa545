package ringside.kernels.view;

/**
 * Who owns a piece of physical memory.
 *
 * @param kind what sort of owner
 * @param name who: the name of a task, {@code kernel}, the name of an image or of a device on the board; empty if the kind
 *     says it all
 * @param purpose what the memory holds, such as {@code heap}, {@code text} or {@code stack}; may be empty
 * @param task the slot of the task in the kernel's table if the owner is a task, else {@link #NO_TASK}: the colour of the
 *     owner is that of the task everywhere else
 */
public record FrameOwner(Kind kind, String name, String purpose, int task) {
    /** The slot of an owner that is no task. */
    public static final int NO_TASK = -1;

    /** Sorts of owners. */
    public enum Kind {
        /** A task of the kernel. */
        TASK,
        /** The kernel: its heap, its stacks, its own structures. */
        KERNEL,
        /** A program that was loaded: a part of its file, or what its file asked for. */
        IMAGE,
        /** A file that a boot loader put into memory. */
        MODULE,
        /** Tables of the processor's paging. */
        PAGE_TABLES,
        /** RAM that the kernel's allocator has not given to anyone. */
        FREE,
        /** RAM of which nobody knows the owner. */
        RAM,
        /** Memory that only reads. */
        ROM,
        /** Registers or memory of a device. */
        DEVICE,
        /** No memory and no device: the bus has nothing there. */
        NOTHING
    }

    /** Memory of a task. */
    public static FrameOwner task(int slot, String name, String purpose) {
        return new FrameOwner(Kind.TASK, name, purpose, slot);
    }

    /** Memory of the kernel. */
    public static FrameOwner kernel(String purpose) {
        return new FrameOwner(Kind.KERNEL, "kernel", purpose, NO_TASK);
    }

    /** Memory of another kind. */
    public static FrameOwner of(Kind kind, String name, String purpose) {
        return new FrameOwner(kind, name, purpose, NO_TASK);
    }
}
