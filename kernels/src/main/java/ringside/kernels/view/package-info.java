/**
 * Views of a kernel: immutable records of what a kernel's own tables say, read out of the guest's memory.
 *
 * <p>Every style of kernel fills the same records where the idea is the same ({@link ringside.kernels.view.TasksView},
 * {@link ringside.kernels.view.SchedulerView}, {@link ringside.kernels.view.MemoryMapView}); a pane draws them without
 * knowing the kernel. What only one style has stands as {@link ringside.kernels.view.NamedValue}s.
 * {@link ringside.kernels.view.SystemCallsView} and {@link ringside.kernels.view.IpcView} come from events instead of
 * memory.
 */
package ringside.kernels.view;
