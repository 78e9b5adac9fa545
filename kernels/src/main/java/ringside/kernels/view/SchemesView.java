package ringside.kernels.view;

import java.util.List;

/**
 * The named servers of files, and who can reach which by name.
 *
 * @param schemes in the order of the kernel's table
 * @param namespaces in the order of the kernel's table
 * @param tasks which namespaces each task has
 */
public record SchemesView(List<Scheme> schemes, List<Namespace> namespaces, List<TaskNamespaces> tasks) {

    /**
     * A scheme.
     *
     * @param id the kernel's number of it
     * @param name its name
     * @param inKernel whether the kernel itself serves it
     * @param owner the number of the task that serves it, or {@link FrameOwner#NO_TASK}
     * @param ownerName its name, or {@code kernel}
     * @param queued how many requests its server has not read yet
     * @param capacity how many fit
     * @param tags the requests that are not over, in the order of the table
     */
    public record Scheme(
            int id,
            String name,
            boolean inKernel,
            int owner,
            String ownerName,
            int queued,
            int capacity,
            List<Tag> tags) {
        /** Copies the list. */
        public Scheme {
            tags = List.copyOf(tags);
        }
    }

    /**
     * A request that is not over.
     *
     * @param tag what ties the answer to it
     * @param state how far it has come, in the kernel's own word
     * @param client the number of the task that waits for the answer, or {@link FrameOwner#NO_TASK} if it has gone
     * @param clientName its name
     * @param operation what is wanted, such as {@code Read}; empty if the kernel does not keep that
     * @param queued whether the server has not read it yet
     */
    public record Tag(long tag, String state, int client, String clientName, String operation, boolean queued) {}

    /**
     * A namespace.
     *
     * @param id the kernel's number of it; 0 is the null namespace
     * @param name what it is called, such as {@code root}; empty if it has no name
     * @param names the names that can be reached in it
     */
    public record Namespace(int id, String name, List<Name> names) {
        /** Copies the list. */
        public Namespace {
            names = List.copyOf(names);
        }
    }

    /** A name in a namespace, and the scheme that it leads to. */
    public record Name(String name, int scheme) {}

    /** The namespaces of a task: where new ones are made from, and where paths are looked up. */
    public record TaskNamespaces(int task, String name, int root, int effective) {}

    /** Copies the lists. */
    public SchemesView {
        schemes = List.copyOf(schemes);
        namespaces = List.copyOf(namespaces);
        tasks = List.copyOf(tasks);
    }
}
