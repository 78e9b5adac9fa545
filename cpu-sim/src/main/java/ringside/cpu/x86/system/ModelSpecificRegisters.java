package ringside.cpu.x86.system;

import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * The model-specific registers that exist, and what may be written to them. @sdm Vol.4 2.1
 *
 * <p>Any other raises #GP(0).
 */
public final class ModelSpecificRegisters {
    private static final int TSC = 0x10;
    private static final int PLATFORM_ID = 0x17;
    private static final int APIC_BASE = 0x1B;
    private static final int BIOS_SIGN_ID = 0x8B;
    private static final int MTRR_CAP = 0xFE;
    private static final int SYSENTER_CS = 0x174;
    private static final int SYSENTER_ESP = 0x175;
    private static final int SYSENTER_EIP = 0x176;
    private static final int MISC_ENABLE = 0x1A0;
    private static final int DEBUG_CONTROL = 0x1D9;
    private static final int PAT = 0x277;
    private static final int TSC_DEADLINE = 0x6E0;
    private static final int X2APIC_FIRST = 0x800;
    private static final int X2APIC_LAST = 0x8FF;
    private static final int EFER = 0xC000_0080;
    private static final int STAR = 0xC000_0081;
    private static final int LSTAR = 0xC000_0082;
    private static final int CSTAR = 0xC000_0083;
    private static final int FMASK = 0xC000_0084;
    private static final int FS_BASE = 0xC000_0100;
    private static final int GS_BASE = 0xC000_0101;
    private static final int KERNEL_GS_BASE = 0xC000_0102;
    private static final int TSC_AUX = 0xC000_0103;

    private static final long EFER_WRITABLE =
            SystemRegisters.EFER_SCE | SystemRegisters.EFER_LME | SystemRegisters.EFER_NXE;
    /** Fast strings. */
    private static final long MISC_ENABLE_WRITABLE = 1;

    private ModelSpecificRegisters() {}

    /** The time-stamp counter: virtual time, and what software has added to it. */
    public static long timeStamp(X86Core cpu) {
        return cpu.clock().cycles() + cpu.system().tscOffset;
    }

    // ---- reading ----

    /**
     * RDMSR.
     *
     * @throws X86Fault #GP(0) if there is no such register
     */
    public static long read(X86Core cpu, int index) {
        SystemRegisters system = cpu.system();
        if (index >= X2APIC_FIRST && index <= X2APIC_LAST) {
            return cpu.localInterrupts().readX2Apic(index);
        }
        return switch (index) {
            case TSC -> timeStamp(cpu);
            case APIC_BASE -> cpu.localInterrupts().apicBase();
            case TSC_DEADLINE -> cpu.localInterrupts().timerDeadline();
            case PLATFORM_ID, BIOS_SIGN_ID, MTRR_CAP, DEBUG_CONTROL -> 0;
            case SYSENTER_CS -> system.sysenterCs;
            case SYSENTER_ESP -> system.sysenterEsp;
            case SYSENTER_EIP -> system.sysenterEip;
            case MISC_ENABLE -> system.miscEnable;
            case PAT -> system.pat;
            case EFER -> system.efer;
            default -> readExtended(cpu, index);
        };
    }

    private static long readExtended(X86Core cpu, int index) {
        SystemRegisters system = cpu.system();
        return switch (index) {
            case STAR -> system.star;
            case LSTAR -> system.lstar;
            case CSTAR -> system.cstar;
            case FMASK -> system.fmask;
            case FS_BASE -> cpu.segment(X86Core.FS).base();
            case GS_BASE -> cpu.segment(X86Core.GS).base();
            case KERNEL_GS_BASE -> system.kernelGsBase;
            case TSC_AUX -> system.tscAux;
            default -> throw X86Fault.generalProtection(0);
        };
    }

    // ---- writing ----

    /**
     * WRMSR.
     *
     * @throws X86Fault #GP(0) if there is no such register, or it cannot have the value
     */
    public static void write(X86Core cpu, int index, long value) {
        if (index >= X2APIC_FIRST && index <= X2APIC_LAST) {
            cpu.localInterrupts().writeX2Apic(index, value);
            cpu.requestAttention();
            return;
        }
        SystemRegisters system = cpu.system();
        switch (index) {
            case TSC -> writeTimeStamp(cpu, value);
            case TSC_DEADLINE -> writeDeadline(cpu, value);
            case APIC_BASE -> writeApicBase(cpu, value);
            case BIOS_SIGN_ID, DEBUG_CONTROL -> require(value == 0);
            case SYSENTER_CS -> system.sysenterCs = value & 0xFFFF_FFFFL;
            case SYSENTER_ESP -> system.sysenterEsp = canonical(value);
            case SYSENTER_EIP -> system.sysenterEip = canonical(value);
            case MISC_ENABLE -> writeMiscEnable(system, value);
            case PAT -> system.pat = memoryTypes(value);
            case EFER -> writeEfer(cpu, value);
            default -> writeExtended(cpu, index, value);
        }
    }

    private static void writeExtended(X86Core cpu, int index, long value) {
        SystemRegisters system = cpu.system();
        switch (index) {
            case STAR -> system.star = value;
            case LSTAR -> system.lstar = canonical(value);
            case CSTAR -> system.cstar = canonical(value);
            case FMASK -> system.fmask = lowHalf(value);
            case FS_BASE -> cpu.segment(X86Core.FS).setBase(canonical(value));
            case GS_BASE -> cpu.segment(X86Core.GS).setBase(canonical(value));
            case KERNEL_GS_BASE -> system.kernelGsBase = canonical(value);
            case TSC_AUX -> system.tscAux = lowHalf(value);
            default -> throw X86Fault.generalProtection(0);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** The value, which must be a canonical address. */
    public static long canonical(long value) {
        require(value << 16 >> 16 == value);
        return value;
    }

    private static long lowHalf(long value) {
        require(value >>> 32 == 0);
        return value;
    }

    private static void writeApicBase(X86Core cpu, long value) {
        cpu.localInterrupts().setApicBase(value);
        cpu.requestAttention();
    }

    private static void writeTimeStamp(X86Core cpu, long value) {
        cpu.system().tscOffset = value - cpu.clock().cycles();
        cpu.localInterrupts().setTimeStampOffset(cpu.system().tscOffset);
        cpu.requestAttention();
    }

    private static void writeDeadline(X86Core cpu, long value) {
        cpu.localInterrupts().setTimerDeadline(value);
        cpu.requestAttention();
    }

    private static void writeMiscEnable(SystemRegisters system, long value) {
        require(((system.miscEnable ^ value) & ~MISC_ENABLE_WRITABLE) == 0);
        system.miscEnable = value;
    }

    /** Eight memory types; 2 and 3, and what is above 7, do not exist. @sdm Vol.3A 11.12.2 */
    private static long memoryTypes(long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            int type = (int) (value >>> shift) & 0xFF;
            require(type <= 7 && type != 2 && type != 3);
        }
        return value;
    }

    /** LME cannot change while paging is on; writes to LMA are ignored. @sdm Vol.3A 2.2.1 */
    private static void writeEfer(X86Core cpu, long value) {
        SystemRegisters system = cpu.system();
        require((value & ~(EFER_WRITABLE | SystemRegisters.EFER_LMA)) == 0);
        boolean paging = (system.cr0 & SystemRegisters.CR0_PG) != 0;
        require(!paging || ((system.efer ^ value) & SystemRegisters.EFER_LME) == 0);
        system.efer = system.efer & ~EFER_WRITABLE | value & EFER_WRITABLE;
        cpu.memory().forgetAll();
        cpu.systemChanged();
    }
}
