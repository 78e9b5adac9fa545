package ringside.cpu.bus;

/**
 * The bus answered an access with an error: nothing is mapped there, or the device refuses it.
 *
 * <p>A guest event, not a bug of the host: the processor turns it into the guest's own exception. It carries no stack
 * trace, because guests may cause it millions of times.
 */
public final class BusFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long address;

    /** A fault at the given physical address. */
    public BusFault(long address) {
        super("no answer on the bus at 0x" + Long.toHexString(address), null, false, false);
        this.address = address;
    }

    /** The physical address of the access. */
    public long address() {
        return address;
    }
}
