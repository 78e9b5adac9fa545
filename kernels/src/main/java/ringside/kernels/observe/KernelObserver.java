package ringside.kernels.observe;

import java.util.Optional;
import java.util.OptionalInt;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.Event;

/**
 * Understands one style of kernel.
 *
 * <p>It knows the kernel's image (symbols, types, probes) and keeps nothing about a run, so the same observer serves any
 * instant. It belongs to the thread that runs the machine.
 */
public interface KernelObserver {

    /** {@code redox}, {@code theseus} or {@code tock}. */
    String style();

    /** The value of {@link #taskAfter} for a probe that does not say who runs. */
    int UNCHANGED = -2;

    /** The value of {@link #taskAfter} when the kernel itself runs. */
    int KERNEL = -1;

    /** The slot of the task that runs after this probe, {@link #KERNEL}, or {@link #UNCHANGED}. */
    int taskAfter(CpuEvent.Probe probe);

    /**
     * What a probe means, or nothing for a probe that only repeats what the processor shows by itself.
     *
     * @param context names at that mark, and the probe before
     */
    Optional<Event> event(CpuEvent.Probe probe, ProbeContext context);

    /** If the probe is a moment in the life of a message between tasks, which. */
    default Optional<MessageStep> message(CpuEvent.Probe probe, ProbeContext context) {
        return Optional.empty();
    }

    /** If the probe says that a channel of messages was opened, its number and name. */
    default Optional<ChannelBirth> channelBirth(CpuEvent.Probe probe) {
        return Optional.empty();
    }

    /** A channel of messages got its name and its server. */
    record ChannelBirth(long channel, String name, int server) {}

    /** If the probe says that a task has ended, which. */
    default OptionalInt ended(CpuEvent.Probe probe) {
        return OptionalInt.empty();
    }

    /**
     * If the probe says that a slot was filled or its task renamed, the slot and the task's name.
     *
     * <p>An event may be read long after it happened, when memory has other contents. So the name comes out of the probe's
     * arguments (see {@link ProbeText}) or out of memory that never changes.
     */
    Optional<TaskBirth> birth(CpuEvent.Probe probe);

    /** A task got its slot. */
    record TaskBirth(int task, String name) {}

    /**
     * If the probe says that page tables have got an owner, their root and whose they are. The timeline names address
     * spaces by it: from that mark on until the same root gets another owner, so that a root which is used again is named
     * right at every instant.
     */
    default Optional<SpaceBirth> spaceBirth(CpuEvent.Probe probe) {
        return Optional.empty();
    }

    /**
     * Page tables got an owner.
     *
     * @param root the physical address of the root table, as in CR3 without its lower 12 bits
     * @param task the slot of the task, or {@link #KERNEL}
     * @param name the name of the address space; empty for the name of the task
     */
    record SpaceBirth(long root, int task, String name) {}

    /**
     * The program whose code lies at the low addresses of the current address space, by the name of its symbols in the
     * image. It is asked where several programs of the image are linked at the same addresses.
     *
     * @param memory the kernel's memory as it is now
     */
    default Optional<String> currentProgram(MemoryReader memory) {
        return Optional.empty();
    }

    /** The kernel's tables as they are now. */
    KernelViews views(MemoryReader memory);
}
