package ringside.cpu.pc.boot;

import java.util.List;

/** A way in which kernels are loaded and entered, told by a header in the kernel's file. */
sealed interface BootProtocol permits Multiboot1, Multiboot2, Pvh {

    /** What the user and the firmware give the kernel. */
    record Request(String commandLine, List<BootModule> modules, long rootPointer) {
        /** Copies the list. */
        public Request {
            modules = List.copyOf(modules);
        }
    }

    /**
     * Puts the kernel and its information into memory.
     *
     * @return how the kernel is entered
     * @throws ringside.cpu.BadInputException if the kernel asks for what is not there
     */
    EntryState load(BootMemory memory, Request request);
}
