package ringside.kernels.redox;

/** The schemes that the kernel serves itself, by the numbers of its module {@code scheme::id}. */
enum KernelScheme {
    DEBUG(1, "debug"),
    EVENT(2, "event"),
    MEMORY(3, "memory"),
    PIPE(4, "pipe"),
    SERIO(5, "serio"),
    IRQ(6, "irq"),
    TIME(7, "time"),
    SYS(8, "sys"),
    PROC(9, "proc"),
    /** Where servers register; its name is empty. */
    ROOT(12, "");

    private final int id;
    private final String title;

    KernelScheme(int id, String title) {
        this.id = id;
        this.title = title;
    }

    int id() {
        return id;
    }

    String title() {
        return title;
    }

    /** What to call it where its own name would not be seen. */
    String shownName() {
        return this == ROOT ? "(root)" : title;
    }

    /** The kernel's scheme with a number, or null. */
    static KernelScheme of(long id) {
        for (KernelScheme scheme : values()) {
            if (scheme.id == id) {
                return scheme;
            }
        }
        return null;
    }
}
