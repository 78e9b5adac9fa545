package ringside.kernels.view;

import java.util.List;

/** The interrupt lines as a kernel gives them to drivers that are tasks. */
public record InterruptsView(List<Line> lines) {

    /**
     * A line.
     *
     * @param number its number
     * @param use what it is for, such as {@code timer}; empty if the kernel does not say
     * @param inKernel whether the kernel itself serves it
     * @param masked whether it is closed at the interrupt controller
     * @param count how often it came
     * @param handles who has it open
     */
    public record Line(int number, String use, boolean inKernel, boolean masked, long count, List<Handle> handles) {
        /** Copies the list. */
        public Line {
            handles = List.copyOf(handles);
        }
    }

    /**
     * An open file of a line.
     *
     * @param task the number of the driver's task
     * @param name its name
     * @param acknowledged the count that it has acknowledged
     */
    public record Handle(int task, String name, long acknowledged) {}

    /** Copies the list. */
    public InterruptsView {
        lines = List.copyOf(lines);
    }
}
