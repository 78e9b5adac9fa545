package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** What follows when the delivery of an event faults. @sdm Vol.3A 6.15 "Interrupt 8", Tables 6-4 and 6-5 */
final class DoubleFaults {
    private DoubleFaults() {}

    private enum Severity {
        BENIGN,
        CONTRIBUTORY,
        PAGE_FAULT,
        DOUBLE_FAULT
    }

    private static Severity severity(InterruptEvent event) {
        return event.source() == InterruptEvent.Source.EXCEPTION ? severity(event.vector()) : Severity.BENIGN;
    }

    private static Severity severity(int vector) {
        return switch (vector) {
            case X86Fault.DE, X86Fault.TS, X86Fault.NP, X86Fault.SS, X86Fault.GP -> Severity.CONTRIBUTORY;
            case X86Fault.PF -> Severity.PAGE_FAULT;
            case X86Fault.DF -> Severity.DOUBLE_FAULT;
            default -> Severity.BENIGN;
        };
    }

    /** The event to deliver instead; null if the processor has shut down. */
    static InterruptEvent next(X86Core cpu, InterruptEvent failed, X86Fault failure) {
        Severity first = severity(failed);
        Severity second = severity(failure.vector());
        if (first == Severity.DOUBLE_FAULT && second != Severity.BENIGN) {
            cpu.shutdown(TripleFault.diagnosis(cpu, failed, failure));
            return null;
        }
        boolean doubles = first == Severity.CONTRIBUTORY && second == Severity.CONTRIBUTORY
                || first == Severity.PAGE_FAULT && second != Severity.BENIGN;
        InterruptEvent next = InterruptEvent.fault(cpu, failure, failed);
        return doubles ? next.doubleFault() : next;
    }
}
