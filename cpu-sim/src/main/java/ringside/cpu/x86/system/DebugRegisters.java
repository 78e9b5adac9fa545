package ringside.cpu.x86.system;

import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** DR0 to DR7, with the bits that are fixed. @sdm Vol.3B 17.2, Vol.2B "MOV—Move to/from Debug Registers" */
public final class DebugRegisters {
    private static final int STATUS = 6;
    private static final int ADDRESSES = 4;
    private static final long DR6_WRITABLE = 0xE00F;
    private static final long DR6_ONES = 0xFFFF_0FF0L;
    private static final long DR7_WRITABLE = 0xFFFF_23FFL;
    private static final long DR7_ONES = 0x400;

    private DebugRegisters() {}

    /** Reads DR0 to DR3, DR6 or DR7. */
    public static long read(X86Core cpu, int number) {
        SystemRegisters system = cpu.system();
        if (number < ADDRESSES) {
            return system.breakpointAddresses[number];
        }
        return number == STATUS ? system.dr6 : system.dr7;
    }

    /**
     * Writes DR0 to DR3, DR6 or DR7.
     *
     * @throws X86Fault #GP(0) for a bit in the upper half of DR6 or DR7
     */
    public static void write(X86Core cpu, int number, long value) {
        SystemRegisters system = cpu.system();
        if (number >= ADDRESSES && value >>> 32 != 0) {
            throw X86Fault.generalProtection(0);
        }
        if (number < ADDRESSES) {
            system.breakpointAddresses[number] = value;
        } else if (number == STATUS) {
            system.dr6 = value & DR6_WRITABLE | DR6_ONES;
        } else {
            system.dr7 = value & DR7_WRITABLE | DR7_ONES;
        }
        cpu.memory().forgetAll();
        cpu.requestAttention();
    }
}
