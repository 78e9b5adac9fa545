package ringside.cpu.x86;

/** Which processor this is, as CPUID and the reset value of EDX tell. @sdm Vol.2A "CPUID" */
public final class CpuIdentity {
    /** Family 6, model 15, stepping 1: a 64-bit processor without anything newer than its feature bits say. */
    public static final int SIGNATURE = 0x6F1;

    /** The width of a physical address in bits. */
    public static final int PHYSICAL_ADDRESS_BITS = 40;

    private CpuIdentity() {}
}
