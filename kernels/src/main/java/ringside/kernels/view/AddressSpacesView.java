package ringside.kernels.view;

import java.util.List;
import java.util.Optional;

/** The address spaces, and of what each is made. */
public record AddressSpacesView(List<Space> spaces) {

    /**
     * An address space.
     *
     * @param index its place in the kernel's table
     * @param root the physical address of its page tables, as in CR3
     * @param task the number of the task that has it, or {@link FrameOwner#NO_TASK}
     * @param name the name of the task; empty if none has it
     * @param current whether it is the one in CR3
     * @param users how many tasks and open files use it
     * @param grants its grants in the order of addresses
     */
    public record Space(int index, long root, int task, String name, boolean current, int users, List<Grant> grants) {
        /** Copies the list. */
        public Space {
            grants = List.copyOf(grants);
        }
    }

    /**
     * A range with one provider.
     *
     * @param base its first address
     * @param end the address after its last
     * @param pages how many pages it has
     * @param present how many of them are in the page tables now
     * @param provider who gave the memory, in the kernel's own word, such as {@code Allocated}
     * @param protection what may be done with it, such as {@code rw-}
     * @param pinned whether the task may not unmap it
     * @param from whose memory it is, or null if it is its own
     * @param lentTo the ranges of other address spaces that show pages of this one
     * @param tag the request for which it is lent, or 0
     * @param scheme the number of the scheme that it comes from, or 0
     * @param schemeName its name
     * @param file the number of the file there
     */
    public record Grant(
            long base,
            long end,
            long pages,
            long present,
            String provider,
            String protection,
            boolean pinned,
            Link from,
            List<Link> lentTo,
            long tag,
            int scheme,
            String schemeName,
            long file) {
        /** Copies the list. */
        public Grant {
            lentTo = List.copyOf(lentTo);
        }
    }

    /**
     * The other side of a loan.
     *
     * @param space the place of its address space in the kernel's table, or -1 for physical memory
     * @param task the number of the task, or {@link FrameOwner#NO_TASK}
     * @param name its name, or what the physical memory is
     * @param base the first address there
     * @param end the address after the last
     */
    public record Link(int space, int task, String name, long base, long end) {}

    /** Copies the list. */
    public AddressSpacesView {
        spaces = List.copyOf(spaces);
    }

    /** The address space of a task. */
    public Optional<Space> ofTask(int task) {
        return spaces.stream().filter(space -> space.task() == task).findFirst();
    }
}
