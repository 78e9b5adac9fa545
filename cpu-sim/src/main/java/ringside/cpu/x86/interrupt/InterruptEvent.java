package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * An interrupt or exception that is to be delivered.
 *
 * @param vector its vector
 * @param errorCode what is pushed last, or {@link X86Fault#NO_ERROR_CODE}
 * @param address for #PF the linear address, for #DB bits of DR6
 * @param raisedAt RIP when it was raised
 * @param returnAddress the offset in CS that is saved
 * @param source what raised it
 * @param resume whether RF is set in the saved flags, so that an instruction breakpoint does not hit twice: by faults,
 *     and between the iterations of a string instruction. @sdm Vol.3B 17.3.1.1
 * @param cause the event whose delivery failed and led to this one, or null
 */
record InterruptEvent(
        int vector,
        int errorCode,
        long address,
        long raisedAt,
        long returnAddress,
        Source source,
        boolean resume,
        InterruptEvent cause) {

    /** What raises an event. */
    enum Source {
        EXCEPTION,
        /** INT n, INT3 or INTO, to which the gate's DPL applies. */
        SOFTWARE,
        /** The interrupt pins. */
        EXTERNAL
    }

    /** An exception of class fault (or abort): the instruction has not happened. */
    static InterruptEvent fault(X86Core cpu, X86Fault fault, InterruptEvent cause) {
        boolean instructionBreakpoint =
                fault.vector() == X86Fault.DB && (fault.address() & DebugBreakpoints.DEBUG_REGISTER_ACCESS) == 0;
        return new InterruptEvent(
                fault.vector(),
                fault.errorCode(),
                fault.address(),
                cpu.rip(),
                cause == null || cause.raisedAt != cpu.rip() ? cpu.rip() : cause.returnAddress,
                Source.EXCEPTION,
                !instructionBreakpoint,
                cause);
    }

    /** #DB of class trap: execution goes on behind the last instruction. */
    static InterruptEvent debugTrap(X86Core cpu, long dr6Bits) {
        return between(cpu, X86Fault.DB, dr6Bits, Source.EXCEPTION, cpu.isRepeating());
    }

    /** An interrupt from outside. */
    static InterruptEvent external(X86Core cpu, int vector) {
        return between(cpu, vector, 0, Source.EXTERNAL, cpu.isRepeating());
    }

    /** INT n, INT3 and INTO. */
    static InterruptEvent software(X86Core cpu, int vector) {
        return between(cpu, vector, 0, Source.SOFTWARE, false);
    }

    private static InterruptEvent between(X86Core cpu, int vector, long address, Source source, boolean resume) {
        return new InterruptEvent(
                vector, X86Fault.NO_ERROR_CODE, address, cpu.rip(), cpu.nextRip(), source, resume, null);
    }

    /** #DF with its error code, which is always 0. */
    InterruptEvent doubleFault() {
        return new InterruptEvent(X86Fault.DF, 0, 0, raisedAt, returnAddress, Source.EXCEPTION, true, this);
    }

    /** The EXT bit of error codes while this is delivered: clear only for software interrupts. @sdm Vol.3A 6.13 */
    int externalBit() {
        return isSoftware() ? 0 : 1;
    }

    /** The error code for a fault in the IDT entry of this event. */
    int idtErrorCode() {
        return vector << 3 | 2 | externalBit();
    }

    boolean isSoftware() {
        return source == Source.SOFTWARE;
    }

    boolean hasErrorCode() {
        return errorCode != X86Fault.NO_ERROR_CODE;
    }
}
