package ringside.kernels.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.cpu.trace.CpuEventKind;

/** All kinds of events by name, with what each tells. The processor's own are {@link CpuEventKind}. */
public final class EventKinds {
    private static final Map<String, String> KERNEL_KINDS = new TreeMap<>();

    static {
        KERNEL_KINDS.put("address-space", "an address space was made or freed");
        KERNEL_KINDS.put("block", "a task began to wait");
        KERNEL_KINDS.put("bottom-half", "the kernel serves an interrupt in its own time");
        KERNEL_KINDS.put("break-change", "a task's memory grew or shrank");
        KERNEL_KINDS.put("console-write", "a task's text went to or came back from the serial port");
        KERNEL_KINDS.put(
                "context-switch", "the processor went from the kernel to a task or back, or from one task to another");
        KERNEL_KINDS.put("copy", "a part of a buffer that is lent was copied");
        KERNEL_KINDS.put("deferred-call", "the kernel runs a call that it had put off");
        KERNEL_KINDS.put("event-post", "an event queue was told that a file is ready");
        KERNEL_KINDS.put("fault", "a task did what it must not, and ends");
        KERNEL_KINDS.put("file-close", "a task lost a descriptor of a file");
        KERNEL_KINDS.put("file-open", "a task got a descriptor of a file");
        KERNEL_KINDS.put("grant", "memory was granted, or kernel state allocated in a task's memory");
        KERNEL_KINDS.put("irq", "an interrupt was counted for the drivers of its line");
        KERNEL_KINDS.put("irq-mask", "an interrupt line was closed until its driver has served it");
        KERNEL_KINDS.put("irq-unmask", "an interrupt line was opened");
        KERNEL_KINDS.put("kernel-fault", "the kernel itself faulted");
        KERNEL_KINDS.put("kernel-panic", "the kernel gave up");
        KERNEL_KINDS.put("legacy-path", "a task used the old way to write a path");
        KERNEL_KINDS.put("lend", "a server got to see a client's buffer");
        KERNEL_KINDS.put("lend-end", "what was lent was taken back");
        KERNEL_KINDS.put("message-abandon", "the client of a message was killed");
        KERNEL_KINDS.put("message-cancel", "a server was asked to give a message up");
        KERNEL_KINDS.put("message-done", "a client goes on with the answer");
        KERNEL_KINDS.put("message-event", "a server told that a file is ready");
        KERNEL_KINDS.put("message-lost", "a message was dropped because its queue was full");
        KERNEL_KINDS.put("message-receive", "a server read a message");
        KERNEL_KINDS.put("message-reply", "a server answered a message");
        KERNEL_KINDS.put("message-send", "a message was put into a server's queue");
        KERNEL_KINDS.put("mpu-configured", "the kernel gave the MPU to a task");
        KERNEL_KINDS.put("namespace", "a task went into other namespaces");
        KERNEL_KINDS.put("page-map", "a page was mapped");
        KERNEL_KINDS.put("page-unmap", "a page was taken out of the page tables");
        KERNEL_KINDS.put("path", "the kernel read the path that a system call is about");
        KERNEL_KINDS.put("process-fault", "a task did what it must not");
        KERNEL_KINDS.put("process-state", "a task changed its state otherwise");
        KERNEL_KINDS.put("scheme-register", "a server got a name");
        KERNEL_KINDS.put("scheme-remove", "a server's name is gone");
        KERNEL_KINDS.put("signal", "a task was sent a signal");
        KERNEL_KINDS.put("system-call", "a task asked the kernel for something");
        KERNEL_KINDS.put("system-return", "the kernel answered");
        KERNEL_KINDS.put("task-end", "a task has ended");
        KERNEL_KINDS.put("task-exit", "a task began to end");
        KERNEL_KINDS.put("task-free", "the parent of a task that ended has asked for its status");
        KERNEL_KINDS.put("task-name", "a task got a name");
        KERNEL_KINDS.put("task-new", "a task was made, and has not started");
        KERNEL_KINDS.put("task-start", "a task was started");
        KERNEL_KINDS.put("tbf-header", "the kernel found a program in flash");
        KERNEL_KINDS.put("timeslice", "a time slice ended");
        KERNEL_KINDS.put("top-half", "the kernel's handler noted an interrupt");
        KERNEL_KINDS.put("turn-start", "the scheduler gave a task its turn");
        KERNEL_KINDS.put("unblock", "a task need not wait any longer");
        KERNEL_KINDS.put("upcall", "an upcall was queued, delivered or dropped");
    }

    private EventKinds() {}

    /** The names of all kinds, sorted. */
    public static List<String> all() {
        TreeSet<String> kinds = new TreeSet<>(KERNEL_KINDS.keySet());
        for (CpuEventKind kind : CpuEventKind.values()) {
            kinds.add(kind.label());
        }
        return List.copyOf(kinds);
    }

    /** What the kernels' kinds tell, by name. */
    public static Map<String, String> kernelKinds() {
        return Collections.unmodifiableMap(KERNEL_KINDS);
    }
}
