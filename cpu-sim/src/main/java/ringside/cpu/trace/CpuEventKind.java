package ringside.cpu.trace;

/** The kinds of events that a processor or a device of the board can see by itself. */
public enum CpuEventKind {
    /** An exception was taken. Arguments: number, return address, stack pointer before, 1 if from privileged code. */
    EXCEPTION_ENTRY("exception-entry"),
    /** An exception returned. Arguments: number that ended, address returned to, EXC_RETURN value, 1 if tail-chained. */
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
    /** The processor went to sleep. Arguments: 0 for WFI, 1 for WFE. */
    SLEEP("sleep"),
    /** The processor woke up. Arguments: cycles slept. */
    WAKE("wake"),
    /** Thread mode changed its privilege or stack. Arguments: CONTROL before, CONTROL after. */
    MODE_CHANGE("mode-change"),
    /** Input from outside arrived. Arguments: index of the port, number of bytes. */
    INPUT("input");

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
