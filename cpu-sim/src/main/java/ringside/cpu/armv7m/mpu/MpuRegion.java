package ringside.cpu.armv7m.mpu;

/**
 * One region of the MPU: its two registers, and what they mean.
 *
 * <p>The region starts at {@code RBAR.ADDR} with the bits below its size taken as 0. A SIZE field below 4 (32 bytes) is
 * UNPREDICTABLE in the manual; here such a region matches nothing. @arm B3.5.8, B3.5.9
 *
 * @param number the region's number; where regions overlap, the highest number wins
 * @param rbar the base address register, without its VALID and REGION fields
 * @param rasr the attribute and size register
 */
public record MpuRegion(int number, int rbar, int rasr) {
    /** The smallest legal SIZE field: 32 bytes. */
    private static final int SMALLEST_SIZE = 4;

    /** The smallest SIZE field with subregions: 256 bytes. */
    private static final int SMALLEST_WITH_SUBREGIONS = 7;

    /** RASR.ENABLE. */
    public boolean isEnabled() {
        return (rasr & 1) != 0;
    }

    /** RASR.SIZE, 0 to 31: the region has 2 to the power of SIZE + 1 bytes. */
    public int sizeField() {
        return rasr >>> 1 & 0x1F;
    }

    /** Whether the SIZE field is one of the legal ones. */
    public boolean hasValidSize() {
        return sizeField() >= SMALLEST_SIZE;
    }

    /** The size in bytes, 32 to 4 GiB; 0 if the SIZE field is not valid. */
    public long sizeInBytes() {
        return hasValidSize() ? 2L << sizeField() : 0;
    }

    /** The first address. */
    public int base() {
        return rbar & ~offsetMask();
    }

    /** The last address, inclusive. */
    public int last() {
        return rbar | offsetMask();
    }

    private int offsetMask() {
        return (int) ((2L << sizeField()) - 1);
    }

    /** Whether the base address is a multiple of the size, as the manual demands of software. */
    public boolean isBaseAligned() {
        return (rbar & offsetMask() & ~0x1F) == 0;
    }

    /** Whether the address lies between base and last address, enabled or not, its subregion disabled or not. */
    public boolean covers(int address) {
        return hasValidSize() && (address & ~offsetMask()) == base();
    }

    /** Whether the region decides about the address: enabled, covering, and the subregion not disabled. */
    public boolean matches(int address) {
        return isEnabled() && covers(address) && !isSubregionDisabled(address);
    }

    /** Whether the region is divided: it is when it has at least 256 bytes. */
    public boolean hasSubregions() {
        return sizeField() >= SMALLEST_WITH_SUBREGIONS;
    }

    /** RASR.SRD, one bit a subregion; 0 for regions too small to have any. */
    public int disabledSubregions() {
        return hasSubregions() ? rasr >>> 8 & 0xFF : 0;
    }

    /** Which eighth of the region the address is in, 0 to 7, or -1 if the region is not divided. */
    public int subregion(int address) {
        return hasSubregions() ? address >>> sizeField() - 2 & 7 : -1;
    }

    /** Whether the subregion of the address is disabled. */
    public boolean isSubregionDisabled(int address) {
        return hasSubregions() && (disabledSubregions() >>> subregion(address) & 1) != 0;
    }

    /** RASR.XN. */
    public boolean isExecuteNever() {
        return (rasr >>> 28 & 1) != 0;
    }

    /** RASR.AP. */
    public AccessPermission permission() {
        return AccessPermission.of(rasr >>> 24);
    }

    /** Whether an access to an address that the region decides about is permitted. @arm B3.5.3 */
    public boolean permits(AccessKind kind, boolean privileged) {
        return switch (kind) {
            case READ -> permission().permitsRead(privileged);
            case WRITE -> permission().permitsWrite(privileged);
            case EXECUTE -> permission().permitsRead(privileged) && !isExecuteNever();
        };
    }

    /** Whether the region can decide differently about two addresses of an aligned block of so many bytes. */
    boolean splits(int blockAddress, int blockSize) {
        if (!isEnabled() || !hasValidSize()) {
            return false;
        }
        boolean overlaps = Integer.compareUnsigned(base(), blockAddress + blockSize - 1) <= 0
                && Integer.compareUnsigned(last(), blockAddress) >= 0;
        long finest = disabledSubregions() != 0 ? sizeInBytes() / 8 : sizeInBytes();
        return overlaps && finest < blockSize;
    }

    /** The memory type that TEX, C and B choose, in words. @arm B3.5.9 Table B3-13 */
    public String memoryType() {
        int tex = rasr >>> 19 & 7;
        int cb = rasr >>> 16 & 3;
        if (tex >= 4) {
            return "Normal, cached by policy";
        }
        return switch (tex << 2 | cb) {
            case 0 -> "Strongly-ordered";
            case 1 -> "Device, shareable";
            case 2 -> "Normal, write-through";
            case 3 -> "Normal, write-back";
            case 4 -> "Normal, not cacheable";
            case 7 -> "Normal, write-back, write-allocate";
            case 8 -> "Device, not shareable";
            default -> "reserved";
        };
    }
}
