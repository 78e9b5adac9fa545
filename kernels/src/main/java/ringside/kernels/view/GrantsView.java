package ringside.kernels.view;

import java.util.List;

/** The grants: kernel state that lives in the memory of the task it serves. */
public record GrantsView(List<Grant> grants) {

    /** One grant: whose memory, which driver's state, where, and how many bytes. */
    public record Grant(int task, String name, String driver, long address, long size) {}

    /** Copies the list. */
    public GrantsView {
        grants = List.copyOf(grants);
    }
}
