package ringside.cpu.pc;

/** What a local APIC is connected to: its processor, the 8259 pair, the I/O APIC. */
public interface ApicConnections {

    /** Acknowledges the interrupt of the 8259 pair: its vector. */
    int acknowledgeControllers();

    /** Tells the I/O APIC that a level-triggered vector was served. */
    void endOfInterrupt(int vector);

    /** Tells the processor that something may have changed for it. */
    void attention();

    /** Gives the processor a non-maskable interrupt. */
    void nonMaskable();

    /** Gives the processor an INIT. */
    void initialize();

    /**
     * Says where the registers are in memory now.
     *
     * @param base the first address
     * @param present whether anything answers there
     */
    void place(long base, boolean present);
}
