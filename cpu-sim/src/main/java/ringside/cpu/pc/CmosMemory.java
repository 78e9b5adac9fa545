package ringside.cpu.pc;

/** What the firmware of a PC leaves in the battery-backed memory about the machine. @board IBM AT; 82371AB; QEMU fw_cfg */
final class CmosMemory {
    private static final int EQUIPMENT = 0x14;
    private static final int BASE = 0x15;
    private static final int EXTENDED = 0x17;
    private static final int CHECKSUM = 0x2E;
    private static final int EXTENDED_AGAIN = 0x30;
    private static final int ABOVE_16_MIB = 0x34;
    private static final int LARGEST_WORD = 0xFFFF;

    private CmosMemory() {}

    static void fill(byte[] memory, long memoryBytes) {
        long extended = Math.max(0, memoryBytes - (1 << 20));
        // A mathematics coprocessor, a display, no disk drives.
        memory[EQUIPMENT] = 0x02;
        word(memory, BASE, 640);
        word(memory, EXTENDED, Math.min(LARGEST_WORD, extended >>> 10));
        word(memory, EXTENDED_AGAIN, Math.min(LARGEST_WORD, extended >>> 10));
        word(memory, ABOVE_16_MIB, Math.max(0, memoryBytes - (16 << 20)) >>> 16);
        int sum = 0;
        for (int i = 0x10; i < CHECKSUM; i++) {
            sum += memory[i] & 0xFF;
        }
        memory[CHECKSUM] = (byte) (sum >>> 8);
        memory[CHECKSUM + 1] = (byte) sum;
    }

    private static void word(byte[] memory, int at, long value) {
        memory[at] = (byte) value;
        memory[at + 1] = (byte) (value >>> 8);
    }
}
