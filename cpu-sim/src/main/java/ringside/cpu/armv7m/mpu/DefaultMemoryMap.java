package ringside.cpu.armv7m.mpu;

/** The areas of the address space as they are without an MPU. @arm B3.1 Table B3-1 */
public enum DefaultMemoryMap {
    CODE(0x0000_0000, "Code", "Normal", false),
    SRAM(0x2000_0000, "SRAM", "Normal", false),
    PERIPHERAL(0x4000_0000, "Peripheral", "Device", true),
    RAM_WRITE_BACK(0x6000_0000, "RAM", "Normal", false),
    RAM_WRITE_THROUGH(0x8000_0000, "RAM", "Normal", false),
    DEVICE_SHAREABLE(0xA000_0000, "Device", "Device", true),
    DEVICE(0xC000_0000, "Device", "Device", true),
    PRIVATE_PERIPHERAL_BUS(0xE000_0000, "Private peripheral bus", "Strongly-ordered", true),
    VENDOR_SYSTEM(0xE010_0000, "Vendor system", "Device", true);

    private static final DefaultMemoryMap[] BY_EIGHTH = values();

    private final int base;
    private final String words;
    private final String memoryType;
    private final boolean executeNever;

    DefaultMemoryMap(int base, String words, String memoryType, boolean executeNever) {
        this.base = base;
        this.words = words;
        this.memoryType = memoryType;
        this.executeNever = executeNever;
    }

    /** The area of an address. */
    public static DefaultMemoryMap of(int address) {
        int eighth = address >>> 29;
        return eighth == 7 && !isPrivatePeripheral(address) ? VENDOR_SYSTEM : BY_EIGHTH[eighth];
    }

    /** Whether the address is on the private peripheral bus, which no region of the MPU covers. */
    public static boolean isPrivatePeripheral(int address) {
        return address >>> 20 == 0xE00;
    }

    /** The first address. */
    public int base() {
        return base;
    }

    /** The last address, inclusive. */
    public int last() {
        return this == VENDOR_SYSTEM ? -1 : BY_EIGHTH[ordinal() + 1].base - 1;
    }

    /** The area's name in words. */
    public String words() {
        return words;
    }

    /** The memory type in words. */
    public String memoryType() {
        return memoryType;
    }

    /** Whether instructions can never be fetched from it by default. */
    public boolean isExecuteNever() {
        return executeNever;
    }
}
