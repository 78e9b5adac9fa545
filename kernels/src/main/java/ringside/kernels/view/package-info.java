/**
 * Views of a kernel: immutable records of what a kernel's own tables say, read out of the guest's memory.
 *
 * <p>Every style of kernel fills the same records where the idea is the same ({@link ringside.kernels.view.TasksView},
 * {@link ringside.kernels.view.SchedulerView}, {@link ringside.kernels.view.MemoryMapView}); a pane draws them without
 * knowing the kernel. {@link ringside.kernels.view.SystemCallsView} comes from events instead of memory.
 */
package ringside.kernels.view;
