package ringside.cpu.x86;

/**
 * The value of GDTR or IDTR. @sdm Vol.3A 2.4
 *
 * @param base the linear address of the first descriptor
 * @param limit the offset of the last valid byte, 0 to 65535
 */
public record DescriptorTable(long base, int limit) {
    /** The value after reset. */
    public static final DescriptorTable AFTER_RESET = new DescriptorTable(0, 0xFFFF);
}
