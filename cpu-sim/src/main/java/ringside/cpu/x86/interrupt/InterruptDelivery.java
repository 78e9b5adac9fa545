package ringside.cpu.x86.interrupt;

import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Delivers interrupts and exceptions: what the step loop and the INT instructions call. @sdm Vol.3A 6.12, 6.14, 20.1.4
 *
 * <p>How it works: an event is delivered by the rules of the mode. A fault on the way becomes the next event, by
 * the rules for double faults; when even #DF cannot be delivered the processor shuts down, with a diagnosis. Afterwards
 * {@link X86Core#nextRip} is the handler's first instruction.
 */
public final class InterruptDelivery {
    private InterruptDelivery() {}

    /** Delivers a fault of the instruction at RIP, which has had no effect. */
    public static void exception(X86Core cpu, X86Fault fault) {
        cpu.hardwareBreakpoints().takeHits();
        recognise(cpu, fault);
        deliverOrEscalate(cpu, InterruptEvent.fault(cpu, fault, null));
    }

    /** Delivers an interrupt from outside, between two instructions. */
    public static void external(X86Core cpu, int vector) {
        deliverOrEscalate(cpu, InterruptEvent.external(cpu, vector));
    }

    /** Delivers an NMI; the step loop holds further ones back until IRET. @sdm Vol.3A 6.7 */
    public static void nonMaskable(X86Core cpu) {
        deliverOrEscalate(cpu, InterruptEvent.external(cpu, X86Fault.NMI));
    }

    /** Delivers a #DB of class trap behind an instruction; without bits of DR6 it is that of INT1. */
    public static void debugTrap(X86Core cpu, int dr6Bits) {
        deliverOrEscalate(cpu, InterruptEvent.debugTrap(cpu, dr6Bits));
    }

    /**
     * INT n, INT3 and INTO, as part of the instruction.
     *
     * @throws X86Fault if it cannot be delivered: a fault of the instruction
     */
    public static void software(X86Core cpu, int vector) {
        deliver(cpu, InterruptEvent.software(cpu, vector));
    }

    private static void deliverOrEscalate(X86Core cpu, InterruptEvent first) {
        InterruptEvent event = first;
        while (event != null) {
            try {
                deliver(cpu, event);
                return;
            } catch (X86Fault failure) {
                recognise(cpu, failure);
                event = DoubleFaults.next(cpu, event, failure);
            }
        }
    }

    /** What happens as soon as a fault is seen, delivered or not. */
    private static void recognise(X86Core cpu, X86Fault fault) {
        if (fault.vector() == X86Fault.PF) {
            cpu.system().cr2 = fault.address();
        }
        if (cpu.trace().wants(CpuEventKind.FAULT)) {
            int status = fault.errorCode() == X86Fault.NO_ERROR_CODE ? 0 : fault.errorCode();
            cpu.trace()
                    .add(
                            cpu.clock().instructions(),
                            CpuEventKind.FAULT,
                            fault.vector(),
                            status,
                            fault.address(),
                            cpu.rip());
        }
    }

    private static void deliver(X86Core cpu, InterruptEvent event) {
        long stackPointer = cpu.gpr(X86Core.RSP);
        boolean fromPrivileged = cpu.cpl() < 3;
        if (!cpu.isProtected()) {
            RealModeDelivery.deliver(cpu, event);
        } else if (cpu.isLongMode()) {
            LongModeDelivery.deliver(cpu, event);
        } else {
            ProtectedModeDelivery.deliver(cpu, event);
        }
        if (event.vector() == X86Fault.DB && event.source() == InterruptEvent.Source.EXCEPTION) {
            DebugBreakpoints.record(cpu, event.address());
        }
        cpu.cancelSingleStep();
        cpu.endRepetition();
        cpu.setShadow(InterruptShadow.NONE);
        if (cpu.trace().wants(CpuEventKind.EXCEPTION_ENTRY)) {
            entered(cpu, event, stackPointer, fromPrivileged);
        }
    }

    private static void entered(X86Core cpu, InterruptEvent event, long stackPointer, boolean fromPrivileged) {
        cpu.trace()
                .add(
                        cpu.clock().instructions(),
                        CpuEventKind.EXCEPTION_ENTRY,
                        event.vector(),
                        event.returnAddress(),
                        stackPointer,
                        fromPrivileged ? 1 : 0,
                        event.errorCode(),
                        event.address());
    }
}
