package ringside.cpu.x86;

/** What the processor's interrupt pins and local APIC are to the core. @sdm Vol.3A 10 */
public interface LocalInterrupts {

    /** Whether a maskable interrupt waits that RFLAGS.IF would let in now. */
    boolean isPending();

    /** Acknowledges the interrupt that waits: its vector. */
    int acknowledge();

    /** Whether there is a local APIC. */
    default boolean hasLocalApic() {
        return true;
    }

    /** CR8: the task-priority class, 0 to 15. */
    int taskPriority();

    /** Writes CR8. */
    void setTaskPriority(int priority);

    /** IA32_APIC_BASE. */
    long apicBase();

    /**
     * Writes IA32_APIC_BASE.
     *
     * @throws X86Fault #GP(0) for a reserved bit or a transition that is not allowed
     */
    void setApicBase(long value);

    /**
     * RDMSR of one of the registers of x2APIC mode, 0x800 to 0x8FF.
     *
     * @throws X86Fault #GP(0) if there is none in the present mode
     */
    long readX2Apic(int register);

    /**
     * WRMSR to one of the registers of x2APIC mode.
     *
     * @throws X86Fault #GP(0) if there is none in the present mode, or the value has reserved bits
     */
    void writeX2Apic(int register, long value);

    /** Follows an INIT of the processor. */
    default void initialized() {
        // Without a local APIC there is nothing to follow.
    }

    /**
     * IA32_TSC_DEADLINE. @sdm Vol.3A 10.5.4.1
     *
     * @throws X86Fault #GP(0) if there is no local APIC
     */
    default long timerDeadline() {
        throw X86Fault.generalProtection(0);
    }

    /**
     * Writes IA32_TSC_DEADLINE.
     *
     * @throws X86Fault #GP(0) if there is no local APIC
     */
    default void setTimerDeadline(long deadline) {
        throw X86Fault.generalProtection(0);
    }

    /** Follows a write of the time-stamp counter: what is added to the clock's cycles to give it. */
    default void setTimeStampOffset(long offset) {
        // Nobody waits for a value of the counter.
    }

    /** A processor without a local APIC, whose pins are never asserted. */
    LocalInterrupts NONE = new LocalInterrupts() {
        @Override
        public boolean isPending() {
            return false;
        }

        @Override
        public int acknowledge() {
            throw new IllegalStateException("no interrupt waits");
        }

        @Override
        public boolean hasLocalApic() {
            return false;
        }

        @Override
        public int taskPriority() {
            return 0;
        }

        @Override
        public void setTaskPriority(int priority) {
            // There is nothing to hold back.
        }

        @Override
        public long apicBase() {
            throw X86Fault.generalProtection(0);
        }

        @Override
        public void setApicBase(long value) {
            throw X86Fault.generalProtection(0);
        }

        @Override
        public long readX2Apic(int register) {
            throw X86Fault.generalProtection(0);
        }

        @Override
        public void writeX2Apic(int register, long value) {
            throw X86Fault.generalProtection(0);
        }
    };
}
