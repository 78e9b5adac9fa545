package ringside.cpu.pc;

/**
 * An interrupt message as the I/O APIC or a local APIC sends it.
 *
 * @param vector 0 to 255
 * @param mode how it is delivered, as the field of the registers has it
 * @param levelTriggered whether its end must be told to the I/O APIC
 * @param logical whether the destination is a set of logical identities
 * @param destination one identity, or a set
 */
public record ApicMessage(int vector, int mode, boolean levelTriggered, boolean logical, int destination) {
    static final int FIXED = 0;
    static final int LOWEST_PRIORITY = 1;
    static final int NON_MASKABLE = 4;
    static final int INIT = 5;
    static final int EXTERNAL = 7;

    boolean isFor(ApicRegisters processor) {
        return processor.isNamedBy(logical, destination);
    }
}
