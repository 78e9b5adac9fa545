package ringside.kernels.view;

import java.util.List;

/** The open files of each task. */
public record FilesView(List<TaskFiles> tasks) {

    /** A task's descriptors in the order of their numbers. */
    public record TaskFiles(int task, String name, List<File> files) {
        /** Copies the list. */
        public TaskFiles {
            files = List.copyOf(files);
        }
    }

    /**
     * An open file.
     *
     * @param descriptor the number by which the task knows it
     * @param description the place of the file's description in the kernel's table; descriptors of the same one share the
     *     offset
     * @param scheme the number of the scheme that serves it
     * @param schemeName its name; empty if it is gone
     * @param server the number of the task that serves the scheme, or {@link FrameOwner#NO_TASK} for the kernel
     * @param number the number that the scheme gave to the file
     * @param offset where the next read or write begins
     * @param flags how it was opened
     * @param flagsWords the same in words, such as {@code read write create}
     * @param path the path that it was opened by, as far as the kernel keeps it
     * @param uses how many descriptors of all tasks there are of it
     */
    public record File(
            int descriptor,
            int description,
            int scheme,
            String schemeName,
            int server,
            long number,
            long offset,
            long flags,
            String flagsWords,
            String path,
            int uses) {}

    /** Copies the list. */
    public FilesView {
        tasks = List.copyOf(tasks);
    }
}
