package ringside.kernels.observe;

import ringside.cpu.image.UnreadableException;
import ringside.kernels.view.GrantsView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
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
    UpcallsView upcalls();

    /** Kernel state in the tasks' memory. */
    GrantsView grants();
}
