package ringside.cpu.x86;

import java.util.Arrays;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.x86.floating.FloatingContext;

/** XMM0 to XMM15 as halves of 64 bits, and MXCSR. @sdm Vol.1 10.2 */
public final class SseRegisters {
    /** MXCSR after reset: all exceptions masked, round to nearest. */
    public static final int MXCSR_AFTER_RESET = 0x1F80;
    /** The bits of MXCSR that are not reserved, as FXSAVE tells them too. @sdm Vol.1 11.6.6 */
    public static final int MXCSR_MASK = 0xFFFF;

    private final long[] halves = new long[32];
    private final FloatingContext context = new FloatingContext();
    private int mxcsr = MXCSR_AFTER_RESET;

    /** Bits 63:0 of a register. */
    public long low(int n) {
        return halves[2 * n];
    }

    /** Bits 127:64 of a register. */
    public long high(int n) {
        return halves[2 * n + 1];
    }

    /** Writes bits 63:0 of a register. */
    public void setLow(int n, long value) {
        halves[2 * n] = value;
    }

    /** Writes bits 127:64 of a register. */
    public void setHigh(int n, long value) {
        halves[2 * n + 1] = value;
    }

    /** Writes a whole register. */
    public void set(int n, long low, long high) {
        halves[2 * n] = low;
        halves[2 * n + 1] = high;
    }

    /** MXCSR. */
    public int mxcsr() {
        return mxcsr;
    }

    /** Writes MXCSR; the caller has checked the reserved bits. */
    public void setMxcsr(int value) {
        mxcsr = value;
    }

    /** Scratch space of the operation that executes; no state. */
    public FloatingContext context() {
        return context;
    }

    void reset() {
        Arrays.fill(halves, 0);
        mxcsr = MXCSR_AFTER_RESET;
    }

    void save(StateWriter out) {
        for (long half : halves) {
            out.doubleword(half);
        }
        out.word(mxcsr);
    }

    void restore(StateReader in) {
        for (int i = 0; i < halves.length; i++) {
            halves[i] = in.doubleword();
        }
        mxcsr = in.word();
    }
}
