package ringside.cpu.x86;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * Control registers, debug registers and the model-specific registers that belong to the core. @sdm Vol.3A 2.5, 17.2,
 * Vol.4 2.1
 *
 * <p>Plain values: who writes one checks it first, and then calls {@link X86Core#systemChanged}.
 */
public final class SystemRegisters {
    public static final long CR0_PE = 1;
    public static final long CR0_MP = 1 << 1;
    public static final long CR0_EM = 1 << 2;
    public static final long CR0_TS = 1 << 3;
    public static final long CR0_ET = 1 << 4;
    public static final long CR0_NE = 1 << 5;
    public static final long CR0_WP = 1 << 16;
    public static final long CR0_AM = 1 << 18;
    public static final long CR0_NW = 1 << 29;
    public static final long CR0_CD = 1 << 30;
    public static final long CR0_PG = 1L << 31;

    public static final long CR4_VME = 1;
    public static final long CR4_PVI = 1 << 1;
    public static final long CR4_TSD = 1 << 2;
    public static final long CR4_DE = 1 << 3;
    public static final long CR4_PSE = 1 << 4;
    public static final long CR4_PAE = 1 << 5;
    public static final long CR4_MCE = 1 << 6;
    public static final long CR4_PGE = 1 << 7;
    public static final long CR4_PCE = 1 << 8;
    public static final long CR4_OSFXSR = 1 << 9;
    public static final long CR4_OSXMMEXCPT = 1 << 10;
    public static final long CR4_UMIP = 1 << 11;
    public static final long CR4_FSGSBASE = 1 << 16;
    public static final long CR4_PCIDE = 1 << 17;
    public static final long CR4_SMEP = 1 << 20;
    public static final long CR4_SMAP = 1 << 21;

    public static final long EFER_SCE = 1;
    public static final long EFER_LME = 1 << 8;
    public static final long EFER_LMA = 1 << 10;
    public static final long EFER_NXE = 1 << 11;

    public long cr0;
    public long cr2;
    public long cr3;
    public long cr4;
    public long efer;
    /** DR0 to DR3, the addresses of breakpoints. */
    public final long[] breakpointAddresses = new long[4];

    public long dr6;
    public long dr7;
    public long star;
    public long lstar;
    public long cstar;
    public long fmask;
    public long kernelGsBase;
    public long tscAux;
    public long sysenterCs;
    public long sysenterEsp;
    public long sysenterEip;
    public long pat;
    /** What is added to the machine's cycles to give the time-stamp counter. */
    public long tscOffset;

    public long miscEnable;

    /** The values after power-on reset. @sdm Vol.3A Table 9-1 */
    public void reset() {
        cr0 = CR0_ET | CR0_NW | CR0_CD;
        cr2 = 0;
        cr3 = 0;
        cr4 = 0;
        efer = 0;
        java.util.Arrays.fill(breakpointAddresses, 0);
        dr6 = 0xFFFF_0FF0L;
        dr7 = 0x400;
        star = 0;
        lstar = 0;
        cstar = 0;
        fmask = 0;
        kernelGsBase = 0;
        tscAux = 0;
        sysenterCs = 0;
        sysenterEsp = 0;
        sysenterEip = 0;
        pat = 0x0007_0406_0007_0406L;
        tscOffset = 0;
        miscEnable = 1;
    }

    /**
     * The values after an INIT: the caches stay as they are, and so do the model-specific registers but EFER, which goes
     * with long mode. @sdm Vol.3A Table 9-1
     */
    void initialize() {
        cr0 = cr0 & (CR0_NW | CR0_CD) | CR0_ET;
        cr2 = 0;
        cr3 = 0;
        cr4 = 0;
        efer = 0;
        java.util.Arrays.fill(breakpointAddresses, 0);
        dr6 = 0xFFFF_0FF0L;
        dr7 = 0x400;
    }

    /** Writes everything down. */
    public void save(StateWriter out) {
        for (long value : values()) {
            out.doubleword(value);
        }
        for (long address : breakpointAddresses) {
            out.doubleword(address);
        }
    }

    private long[] values() {
        return new long[] {
            cr0,
            cr2,
            cr3,
            cr4,
            efer,
            dr6,
            dr7,
            star,
            lstar,
            cstar,
            fmask,
            kernelGsBase,
            tscAux,
            sysenterCs,
            sysenterEsp,
            sysenterEip,
            pat,
            tscOffset,
            miscEnable
        };
    }

    /** Reads what {@link #save} wrote. */
    public void restore(StateReader in) {
        cr0 = in.doubleword();
        cr2 = in.doubleword();
        cr3 = in.doubleword();
        cr4 = in.doubleword();
        efer = in.doubleword();
        dr6 = in.doubleword();
        dr7 = in.doubleword();
        star = in.doubleword();
        lstar = in.doubleword();
        cstar = in.doubleword();
        fmask = in.doubleword();
        kernelGsBase = in.doubleword();
        tscAux = in.doubleword();
        sysenterCs = in.doubleword();
        sysenterEsp = in.doubleword();
        sysenterEip = in.doubleword();
        pat = in.doubleword();
        tscOffset = in.doubleword();
        miscEnable = in.doubleword();
        for (int i = 0; i < breakpointAddresses.length; i++) {
            breakpointAddresses[i] = in.doubleword();
        }
    }
}
