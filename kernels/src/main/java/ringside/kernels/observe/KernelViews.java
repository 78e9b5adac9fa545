package ringside.kernels.observe;

import java.util.List;
import ringside.cpu.image.UnreadableException;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.GrantsView;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.UpcallsView;

/**
 * A kernel's tables at one instant. Each method reads memory when called.
 *
 * <p>All throw {@link UnreadableException} with a reason for the user where the tables cannot be read, as before the
 * kernel has set them up.
 */
public interface KernelViews {

    /** The tasks. */
    TasksView tasks();

    /** The scheduler's queue. */
    SchedulerView scheduler();

    /** Whose memory is whose. */
    MemoryMapView memoryMap();

    /** What waits for the tasks to yield. */
    default UpcallsView upcalls() {
        throw new UnreadableException("this kernel has no upcalls");
    }

    /** Kernel state in the tasks' memory. */
    default GrantsView grants() {
        throw new UnreadableException("this kernel keeps nothing in the tasks' memory");
    }

    /**
     * Whose physical memory is whose, for kernels that page.
     *
     * <p>Name what the kernel's own structures tell: the frames of each task ({@code FrameOwner.task(slot, "shell",
     * "heap")}), those of the kernel ({@code FrameOwner.kernel("heap")}), its page tables with the name of the task whose
     * tables they are, and what its allocator has free. Put them into an {@code OwnerMap} frame by frame or area by area
     * and return {@code owners()}. What is left out falls to the page tables in use, to the images in memory, and to the
     * board, so a kernel need not know its own text or the devices.
     *
     * <p>A frame has one owner, also if several tasks have mapped it: the lender, not the borrowers. In the tables of a
     * borrower it then stands in the colour of the lender. Say so in the purpose, as in {@code grant, lent to vfs}.
     *
     * <p>Where the structures cannot be read yet, this returns {@link FrameOwners#NONE} and does not throw.
     */
    default FrameOwners frameOwners() {
        return FrameOwners.NONE;
    }

    /** The named servers, and who reaches which by name. */
    default SchemesView schemes() {
        throw new UnreadableException("this kernel has no schemes");
    }

    /** The open files of the tasks. */
    default FilesView files() {
        throw new UnreadableException("this kernel has no open files");
    }

    /** The address spaces, and who lends what to whom. */
    default AddressSpacesView addressSpaces() {
        throw new UnreadableException("this kernel has no address spaces: all tasks share one");
    }

    /** Whether tasks have address spaces of their own. */
    default boolean hasAddressSpaces() {
        return false;
    }

    /** The interrupt lines and the tasks that serve them. */
    default InterruptsView interrupts() {
        throw new UnreadableException("this kernel has no drivers that are tasks");
    }

    /**
     * Who waits at this instant, and on what; the messages and the marks are not known here ({@code message} and {@code
     * since} are -1). For kernels whose tasks send messages.
     */
    default List<IpcView.Wait> waits() {
        return List.of();
    }
}
