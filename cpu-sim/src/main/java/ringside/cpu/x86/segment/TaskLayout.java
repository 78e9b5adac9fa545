package ringside.cpu.x86.segment;

/** Where a TSS keeps the state of a task. @sdm Vol.3A 7.2.1, 7.6 */
enum TaskLayout {
    BITS_16(2, 0x0E, 0x10, 0x12, 0x22, 4, 0x2A, 0x2C),
    BITS_32(4, 0x20, 0x24, 0x28, 0x48, 6, 0x60, 0x68);

    /** The size of a register in it, and how far selectors are apart. */
    final int bytes;

    final int instructionPointer;
    final int flags;
    /** EAX, and then the others in the order of their numbers. */
    final int registers;
    /** ES, and then the others in the order of their numbers. */
    final int selectors;

    /** How many segment registers it has. */
    final int segmentCount;

    final int localTable;
    /** How many bytes there are at least. */
    final int size;

    static final int LINK = 0;
    /** CR3, in a TSS of 32 bits only. */
    static final int PAGE_DIRECTORY = 0x1C;
    /** The word whose lowest bit asks for a #DB, in a TSS of 32 bits only. */
    static final int TRAP = 0x64;

    TaskLayout(
            int bytes,
            int instructionPointer,
            int flags,
            int registers,
            int selectors,
            int segmentCount,
            int localTable,
            int size) {
        this.bytes = bytes;
        this.instructionPointer = instructionPointer;
        this.flags = flags;
        this.registers = registers;
        this.selectors = selectors;
        this.segmentCount = segmentCount;
        this.localTable = localTable;
        this.size = size;
    }

    /** The layout that the type of a TSS descriptor says. */
    static TaskLayout of(int type) {
        return (type & Descriptor.TYPE_32) == 0 ? BITS_16 : BITS_32;
    }
}
