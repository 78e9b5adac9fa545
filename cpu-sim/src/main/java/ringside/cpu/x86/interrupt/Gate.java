package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.segment.CodeSegment;
import ringside.cpu.x86.segment.Descriptor;

/** The gate of the IDT that an event goes through, and what all protected modes check of it. @sdm Vol.3A 6.11, 6.12.1 */
final class Gate {
    private static final int FLAGS_CLEARED = Rflags.TF | Rflags.NT | Rflags.RF | Rflags.VM;

    private final InterruptEvent event;
    private final Descriptor descriptor;

    private Gate(InterruptEvent event, Descriptor descriptor) {
        this.event = event;
        this.descriptor = descriptor;
    }

    /** Reads the gate. Its type, privilege level and presence have been checked afterwards. */
    static Gate read(X86Core cpu, InterruptEvent event) {
        int bytes = cpu.isLongMode() ? 16 : 8;
        int offset = event.vector() * bytes;
        if (offset + bytes - 1 > cpu.idtr().limit()) {
            throw X86Fault.generalProtection(event.idtErrorCode());
        }
        long address = cpu.idtr().base() + offset;
        long low = cpu.memory().loadSystem(cpu.isLongMode() ? address : address & 0xFFFF_FFFFL, 8);
        long high = cpu.isLongMode() ? cpu.memory().loadSystem(address + 8, 8) & 0xFFFF_FFFFL : 0;
        Gate gate = new Gate(event, new Descriptor(low, high));
        gate.check(cpu);
        return gate;
    }

    private void check(X86Core cpu) {
        boolean tooPrivileged = event.isSoftware() && descriptor.dpl() < cpu.cpl();
        if (!descriptor.isSystem() || !isKnown(cpu.isLongMode()) || tooPrivileged) {
            throw X86Fault.generalProtection(event.idtErrorCode());
        }
        if (!descriptor.isPresent()) {
            throw X86Fault.of(X86Fault.NP, event.idtErrorCode());
        }
    }

    private boolean isKnown(boolean longMode) {
        return switch (descriptor.type()) {
            case Descriptor.INTERRUPT_GATE_32, Descriptor.TRAP_GATE_32 -> true;
            case Descriptor.INTERRUPT_GATE_16, Descriptor.TRAP_GATE_16, Descriptor.TASK_GATE -> !longMode;
            default -> false;
        };
    }

    Descriptor descriptor() {
        return descriptor;
    }

    boolean isTaskGate() {
        return descriptor.type() == Descriptor.TASK_GATE;
    }

    /** The handler's code segment, checked but for its privilege level's being an inner one or not. */
    CodeSegment handler(X86Core cpu) {
        int external = event.externalBit();
        CodeSegment code = CodeSegment.read(cpu, descriptor.gateSelector(), external);
        code.require(code.descriptor().dpl() <= cpu.cpl(), external);
        code.requireLongCode(cpu, external);
        code.requirePresent(external);
        return code;
    }

    /** The privilege level that the handler will have. */
    static int handlerCpl(X86Core cpu, CodeSegment handler) {
        return handler.descriptor().isConforming()
                ? cpu.cpl()
                : handler.descriptor().dpl();
    }

    /** The flags that are saved. */
    long savedFlags(X86Core cpu) {
        return cpu.rflags() | (event.resume() ? Rflags.RF : 0);
    }

    /** Clears the flags that the handler must not have; IF only by an interrupt gate. */
    void clearFlags(X86Core cpu) {
        boolean isTrap = (descriptor.type() & 1) != 0;
        cpu.setRflags(cpu.rflags() & ~(FLAGS_CLEARED | (isTrap ? 0 : Rflags.IF)));
    }
}
