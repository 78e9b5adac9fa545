package ringside.cpu.x86.segment;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Switching tasks by their TSS. @sdm Vol.3A 7.2, 7.3, 7.4
 *
 * <p>How it works: (1) The descriptor of the new task is checked, and its TSS read. (2) The state of the old task is
 * saved, the busy bits and the link are set. (3) From there on the new task runs: a fault while its segments are loaded
 * belongs to it, at its first instruction.
 */
public final class TaskSwitch {
    private final X86Core cpu;
    private final Reason reason;
    private final int external;

    private TaskSwitch(X86Core cpu, Reason reason, int external) {
        this.cpu = cpu;
        this.reason = reason;
        this.external = external;
    }

    /** What switches. */
    enum Reason {
        JUMP,
        CALL,
        INTERRUPT,
        RETURN
    }

    /** JMP or CALL to a TSS or a task gate. */
    static void byInstruction(X86Core cpu, Selector selector, Descriptor descriptor, Reason reason) {
        if (descriptor.dpl() < cpu.cpl() || descriptor.dpl() < selector.rpl()) {
            throw X86Fault.generalProtection(selector.errorCode());
        }
        TaskSwitch change = new TaskSwitch(cpu, reason, 0);
        Selector target = selector;
        if (descriptor.type() == Descriptor.TASK_GATE) {
            if (!descriptor.isPresent()) {
                throw X86Fault.of(X86Fault.NP, selector.errorCode());
            }
            target = descriptor.gateSelector();
        }
        Descriptor task = change.task(target, X86Fault.GP, false);
        change.perform(target, task, cpu.nextRip(), cpu.rflags());
    }

    /**
     * An interrupt or exception through a task gate.
     *
     * @param errorCode what is pushed on the stack of the new task, or {@link X86Fault#NO_ERROR_CODE}
     * @param external the EXT bit of error codes
     * @param returnAddress where the old task goes on
     * @param flags the flags it goes on with
     */
    public static void byInterrupt(
            X86Core cpu, Selector selector, int errorCode, int external, long returnAddress, long flags) {
        TaskSwitch change = new TaskSwitch(cpu, Reason.INTERRUPT, external);
        Descriptor task = change.task(selector, X86Fault.GP, false);
        change.perform(selector, task, returnAddress, flags);
        if (errorCode != X86Fault.NO_ERROR_CODE) {
            change.pushErrorCode(TaskLayout.of(task.type()), errorCode);
        }
    }

    /** IRET while NT is set: back to the task that the link names. */
    public static void byReturn(X86Core cpu) {
        Selector link = new Selector(
                (int) cpu.memory().loadSystem(Descriptors.wrap(cpu, cpu.tr().base()), 2));
        TaskSwitch change = new TaskSwitch(cpu, Reason.RETURN, 0);
        Descriptor task = change.task(link, X86Fault.TS, true);
        change.perform(link, task, cpu.nextRip(), cpu.rflags() & ~Rflags.NT);
    }

    /** The TSS descriptor: in the GDT, busy or available as it must be, present, long enough. */
    private Descriptor task(Selector selector, int vector, boolean busy) {
        int code = selector.errorCode() | external;
        if (selector.isLocal()) {
            throw X86Fault.of(vector, code);
        }
        Descriptor task = Descriptors.read(cpu, selector, vector, external);
        if (!task.isTss() || (task.type() & Descriptor.BUSY) != 0 != busy) {
            throw X86Fault.of(vector, code);
        }
        if (!task.isPresent()) {
            throw X86Fault.of(X86Fault.NP, code);
        }
        if (task.limit() < TaskLayout.of(task.type()).size - 1) {
            throw X86Fault.of(X86Fault.TS, code);
        }
        return task;
    }

    private void perform(Selector selector, Descriptor task, long returnAddress, long flags) {
        TaskState next = TaskState.read(cpu, task);
        Selector old = new Selector(cpu.tr().selector());
        boolean nests = reason == Reason.CALL || reason == Reason.INTERRUPT;
        TaskState.save(cpu, returnAddress, flags);
        if (!nests) {
            Descriptors.storeType(cpu, old, cpu.tr().type() & ~Descriptor.BUSY);
        }
        if (nests) {
            cpu.memory().storeSystem(Descriptors.wrap(cpu, task.base() + TaskLayout.LINK), 2, old.value());
        }
        int busy = task.type() | Descriptor.BUSY;
        if (reason != Reason.RETURN) {
            Descriptors.storeType(cpu, selector, busy);
        }
        task.load(cpu.tr(), selector);
        cpu.tr().setType(busy);
        cpu.system().cr0 |= SystemRegisters.CR0_TS;
        next.load(cpu, nests);
        if (next.traps()) {
            cpu.hardwareBreakpoints().noteTaskSwitch();
            cpu.requestAttention();
        }
    }

    private void pushErrorCode(TaskLayout layout, int errorCode) {
        OperandSize size = layout == TaskLayout.BITS_16 ? OperandSize.WORD : OperandSize.DOUBLEWORD;
        StackFrame frame = StackFrame.present(cpu);
        frame.requireRoom(1, size, external);
        frame.push(size, errorCode);
        frame.commit();
    }
}
