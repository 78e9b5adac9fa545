package ringside.kernels.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.trace.CpuEventKind;

/** All kinds of events by name, with what each tells. The processor's own are {@link CpuEventKind}. */
public final class EventKinds {
    private static final Map<String, String> KERNEL_KINDS = new TreeMap<>();

    static {
        KERNEL_KINDS.put("block", "a task began to wait");
        KERNEL_KINDS.put("bottom-half", "the kernel serves an interrupt in its own time");
        KERNEL_KINDS.put("break-change", "a task's memory grew or shrank");
        KERNEL_KINDS.put("console-write", "a task's text went to or came back from the serial port");
        KERNEL_KINDS.put("context-switch", "the processor went from the kernel to a task or back");
        KERNEL_KINDS.put("deferred-call", "the kernel runs a call that it had put off");
        KERNEL_KINDS.put("grant", "kernel state was allocated in a task's memory");
        KERNEL_KINDS.put("kernel-fault", "the kernel itself faulted");
        KERNEL_KINDS.put("kernel-panic", "the kernel gave up");
        KERNEL_KINDS.put("mpu-configured", "the kernel gave the MPU to a task");
        KERNEL_KINDS.put("process-fault", "a task did what it must not");
        KERNEL_KINDS.put("process-state", "a task changed its state otherwise");
        KERNEL_KINDS.put("system-call", "a task asked the kernel for something");
        KERNEL_KINDS.put("system-return", "the kernel answered");
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
        List<String> kinds = new ArrayList<>(KERNEL_KINDS.keySet());
        for (CpuEventKind kind : CpuEventKind.values()) {
            kinds.add(kind.label());
        }
        Collections.sort(kinds);
        return kinds;
    }

    /** What the kernels' kinds tell, by name. */
    public static Map<String, String> kernelKinds() {
        return Collections.unmodifiableMap(KERNEL_KINDS);
    }
}
