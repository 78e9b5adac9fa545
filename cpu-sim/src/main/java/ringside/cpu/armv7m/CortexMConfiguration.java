package ringside.cpu.armv7m;

/**
 * What a chip's maker chose when building a Cortex-M3 into it.
 *
 * @param irqCount external interrupts, 1 to 240
 * @param priorityBits implemented bits of priority, 3 to 8
 * @param mpuRegions regions of the memory protection unit: 0 or 8
 * @param bitBand whether the bit-band aliases at 0x2200_0000 and 0x4200_0000 exist
 * @param sysTickDivider cycles in a tick of SysTick's reference clock, or 0 if there is none
 * @param sysTickCalibration the SYST_CALIB register
 * @param flatMemory whether all addresses are plain memory, also those that the architecture gives to the private
 *     peripherals and those it never executes: no chip is so, but test vectors are
 */
public record CortexMConfiguration(
        int irqCount,
        int priorityBits,
        int mpuRegions,
        boolean bitBand,
        int sysTickDivider,
        int sysTickCalibration,
        boolean flatMemory) {

    /**
     * The choices of the board MPS2 with the image AN385: 32 interrupts, 3 bits of priority, 8 regions, bit-banding, and
     * a reference clock of 1 MHz beside the 25 MHz of the processor.
     */
    public static final CortexMConfiguration AN385 = new CortexMConfiguration(32, 3, 8, true, 25, 9_999, false);
}
