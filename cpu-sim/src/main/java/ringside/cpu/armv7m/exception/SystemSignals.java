package ringside.cpu.armv7m.exception;

/** What the system blocks tell the processor. */
public interface SystemSignals {

    /** An exception that was not pending is pending now. */
    void pended(int number);

    /** Priorities, masks, pending or active bits may have changed. */
    void prioritiesChanged();

    /** Software asked for a system reset: AIRCR.SYSRESETREQ. */
    void resetRequested();
}
