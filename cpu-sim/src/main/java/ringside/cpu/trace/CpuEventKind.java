package ringside.cpu.trace;

/** The kinds of events that a processor or a device of the board can see by itself. */
public enum CpuEventKind {
    /**
     * An exception was taken. Arguments: number, return address, stack pointer before, 1 if from privileged code; on a
     * processor whose exceptions have error codes also the error code or -1, and the address that it is about.
     */
    EXCEPTION_ENTRY("exception-entry"),
    /**
     * An exception returned. Arguments: number that ended, address returned to, EXC_RETURN value, 1 if tail-chained; on
     * x86 -1, address returned to, ring returned to, 0.
     */
    EXCEPTION_RETURN("exception-return"),
    /** An exception became pending. Arguments: number. */
    INTERRUPT_PEND("interrupt-pend"),
    /** A fault was recognised. Arguments: exception number, fault status bits, fault address, address of the instruction. */
    FAULT("fault"),
    /** A register of the MPU was written. Arguments: offset of the register, value, region number. */
    MPU_UPDATE("mpu-update"),
    /** A port sent bytes to the outside. Arguments: index of the port, byte. */
    CONSOLE("console"),
    /** Execution reached a static probe. Arguments: index of the probe, then the values of its arguments. */
    PROBE("probe"),
    /** The processor went to sleep. Arguments: 0 for WFI, 1 for WFE, 2 for HLT. */
    SLEEP("sleep"),
    /** The processor woke up. Arguments: cycles slept. */
    WAKE("wake"),
    /** Thread mode changed its privilege or stack. Arguments: CONTROL before, CONTROL after. */
    MODE_CHANGE("mode-change"),
    /** Input from outside arrived. Arguments: index of the port, number of bytes. */
    INPUT("input"),
    /** Mode or ring changed (x86). Arguments: mode before and after, as numbers of its modes; ring before and after. */
    PROCESSOR_MODE("processor-mode"),
    /** Another root of page tables took effect (x86). Arguments: its physical address before, and after. */
    ADDRESS_SPACE_SWITCH("address-space-switch"),
    /** Translations were forgotten (x86). Arguments: 1 if those of one address only, that address. */
    TLB_FLUSH("tlb-flush");

    private final String label;

    CpuEventKind(String label) {
        this.label = label;
    }

    /** The kind's name in the command line, such as {@code exception-entry}. */
    public String label() {
        return label;
    }

    /** The kind's bit in an event mask. */
    public int bit() {
        return 1 << ordinal();
    }
}
