package ringside.cpu.armv7m.exception;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/** The fault status and fault address registers. Status bits stay until software writes ones. @arm B3.2.15 to B3.2.19 */
public final class FaultStatus implements Stateful {
    public static final int IACCVIOL = 1;
    public static final int DACCVIOL = 1 << 1;
    public static final int MUNSTKERR = 1 << 3;
    public static final int MSTKERR = 1 << 4;
    public static final int MMARVALID = 1 << 7;
    public static final int IBUSERR = 1 << 8;
    public static final int PRECISERR = 1 << 9;
    public static final int UNSTKERR = 1 << 11;
    public static final int STKERR = 1 << 12;
    public static final int BFARVALID = 1 << 15;
    public static final int UNDEFINSTR = 1 << 16;
    public static final int INVSTATE = 1 << 17;
    public static final int INVPC = 1 << 18;
    public static final int NOCP = 1 << 19;
    public static final int UNALIGNED = 1 << 24;
    public static final int DIVBYZERO = 1 << 25;

    /** HFSR.VECTTBL. */
    public static final int VECTTBL = 1 << 1;
    /** HFSR.FORCED. */
    public static final int FORCED = 1 << 30;
    /** HFSR.DEBUGEVT. */
    public static final int DEBUGEVT = 1 << 31;
    /** DFSR.BKPT. */
    public static final int DFSR_BKPT = 1 << 1;

    private int cfsr;
    private int hfsr;
    private int dfsr;
    private int mmfar;
    private int bfar;

    /** Back to the state after reset. */
    public void reset() {
        cfsr = 0;
        hfsr = 0;
        dfsr = 0;
        mmfar = 0;
        bfar = 0;
    }

    /** Sets bits of CFSR. */
    public void raise(int cfsrBits) {
        cfsr |= cfsrBits;
    }

    /** Sets bits of CFSR for a MemManage fault with a known address. */
    public void raiseMemManage(int cfsrBits, int address) {
        cfsr |= cfsrBits | MMARVALID;
        mmfar = address;
    }

    /** Sets bits of CFSR for a BusFault with a known address. */
    public void raiseBusFault(int cfsrBits, int address) {
        cfsr |= cfsrBits | BFARVALID;
        bfar = address;
    }

    /** Sets bits of HFSR. */
    public void raiseHard(int hfsrBits) {
        hfsr |= hfsrBits;
    }

    /** Sets bits of DFSR. */
    public void raiseDebug(int dfsrBits) {
        dfsr |= dfsrBits;
    }

    /** The configurable fault status register. */
    public int cfsr() {
        return cfsr;
    }

    /** The HardFault status register. */
    public int hfsr() {
        return hfsr;
    }

    /** The debug fault status register. */
    public int dfsr() {
        return dfsr;
    }

    /** The MemManage fault address register. */
    public int mmfar() {
        return mmfar;
    }

    /** The BusFault address register. */
    public int bfar() {
        return bfar;
    }

    void clearCfsr(int bits) {
        cfsr &= ~bits;
    }

    void clearHfsr(int bits) {
        hfsr &= ~bits;
    }

    void clearDfsr(int bits) {
        dfsr &= ~bits;
    }

    void setMmfar(int value) {
        mmfar = value;
    }

    void setBfar(int value) {
        bfar = value;
    }

    @Override
    public void save(StateWriter out) {
        out.word(cfsr);
        out.word(hfsr);
        out.word(dfsr);
        out.word(mmfar);
        out.word(bfar);
    }

    @Override
    public void restore(StateReader in) {
        cfsr = in.word();
        hfsr = in.word();
        dfsr = in.word();
        mmfar = in.word();
        bfar = in.word();
    }
}
