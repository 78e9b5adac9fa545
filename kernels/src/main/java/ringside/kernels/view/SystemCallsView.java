package ringside.kernels.view;

import java.util.List;

/**
 * The system calls made up to a mark, the latest last.
 *
 * @param calls the calls; the oldest are left out if there are many
 * @param leftOut how many older calls are not listed
 */
public record SystemCallsView(List<Call> calls, long leftOut) {

    /**
     * One call.
     *
     * @param mark instructions retired when it was made
     * @param task the name of the task
     * @param name the call in words, such as {@code command}
     * @param arguments the arguments in words, such as {@code driver console, number 1, 12, 0}
     * @param result the answer in words, or an empty text while there is none
     * @param returnMark instructions retired when it returned, or -1
     */
    public record Call(long mark, String task, String name, String arguments, String result, long returnMark) {}

    /** Copies the list. */
    public SystemCallsView {
        calls = List.copyOf(calls);
    }
}
