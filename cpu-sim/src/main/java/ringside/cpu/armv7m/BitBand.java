package ringside.cpu.armv7m;

import ringside.cpu.bus.Width;

/**
 * The bit-band aliases of a Cortex-M3: each word from 0x2200_0000 and from 0x4200_0000 on stands for one bit of the first
 * mebibyte of SRAM or peripherals. An access reads or writes as many bytes there as it has itself. @arm DDI 0337 3.7
 */
final class BitBand {
    private static final int SRAM_ALIAS = 0x2200_0000 >>> 25;
    private static final int PERIPHERAL_ALIAS = 0x4200_0000 >>> 25;

    private BitBand() {}

    static boolean isAlias(int address) {
        int area = address >>> 25;
        return area == SRAM_ALIAS || area == PERIPHERAL_ALIAS;
    }

    /** The address of the bytes that have the bit. */
    static int target(int address, Width width) {
        return (address & 0x6000_0000 | (address & 0x01FF_FFFF) >>> 5) & -width.bytes();
    }

    /** The number of the bit in those bytes. */
    static int bit(int address, Width width) {
        return address >>> 2 & 8 * width.bytes() - 1;
    }
}
