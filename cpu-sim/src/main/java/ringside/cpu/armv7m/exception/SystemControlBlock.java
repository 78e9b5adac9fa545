package ringside.cpu.armv7m.exception;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The system control block of a Cortex-M3 r2p1. @arm B3.2
 *
 * <p>Offsets count from 0xE000_E000. Choices where the manual says UNPREDICTABLE or leaves it to the implementation:
 * VECTCLRACTIVE and VECTRESET, which only a debugger may use, are ignored.
 */
public final class SystemControlBlock implements Stateful {
    /** CCR.NONBASETHRDENA. */
    public static final int NONBASETHRDENA = 1;
    /** CCR.USERSETMPEND. */
    public static final int USERSETMPEND = 1 << 1;
    /** CCR.UNALIGN_TRP. */
    public static final int UNALIGN_TRP = 1 << 3;
    /** CCR.DIV_0_TRP. */
    public static final int DIV_0_TRP = 1 << 4;
    /** CCR.BFHFNMIGN. */
    public static final int BFHFNMIGN = 1 << 8;
    /** CCR.STKALIGN. */
    public static final int STKALIGN = 1 << 9;

    private static final int SLEEPONEXIT = 1 << 1;
    private static final int SEVONPEND = 1 << 4;
    private static final int ICSR = 0xD04;
    private static final int CFSR = 0xD28;
    private static final int VECTKEY = 0x05FA_0000;
    private static final int VECTKEYSTAT = 0xFA05_0000;
    /** CPUID: Arm, Cortex-M3, revision 2 patch 1. */
    private static final int CPUID = 0x412F_C231;
    /** ID_PFR0 and on, at 0xE000_ED40. @arm B4 */
    private static final int[] IDENTIFICATION = {
        0x0000_0030, 0x0000_0200, 0x0010_0000, 0, 0x0000_0030, 0, 0x0100_0000, 0,
        0x0110_1110, 0x0211_1000, 0x2111_2231, 0x0111_1110, 0x0131_0132, 0, 0, 0
    };
    /** The exceptions of SHCSR by bit: first the active bits, then the pending bits, then the enable bits. */
    private static final int[] SHCSR_ACTIVE = {4, 5, 0, 6, 0, 0, 0, 11, 12, 0, 14, 15};

    private static final int[] SHCSR_PENDED = {6, 4, 5, 11};
    private static final int[] SHCSR_ENABLED = {4, 5, 6};

    private final Nvic nvic;
    private final FaultStatus faults;
    private final SystemSignals signals;
    private int vtor;
    private int scr;
    private int ccr;
    private int actlr;
    private int current;

    /** The registers for that controller and those fault registers. */
    public SystemControlBlock(Nvic nvic, FaultStatus faults, SystemSignals signals) {
        this.nvic = nvic;
        this.faults = faults;
        this.signals = signals;
        reset();
    }

    /** Back to the state after reset: stack frames are aligned to 8 bytes, as revision 2 of the Cortex-M3 does. */
    public void reset() {
        vtor = 0;
        scr = 0;
        ccr = STKALIGN;
        actlr = 0;
        current = 0;
    }

    /** VTOR. */
    public int vectorTable() {
        return vtor;
    }

    /** CCR. */
    public int configuration() {
        return ccr;
    }

    /** SCR.SLEEPONEXIT. */
    public boolean sleepsOnExit() {
        return (scr & SLEEPONEXIT) != 0;
    }

    /** SCR.SEVONPEND. */
    public boolean sendsEventOnPend() {
        return (scr & SEVONPEND) != 0;
    }

    /** Tells which exception runs, for ICSR: the processor's IPSR. */
    public void setCurrent(int exception) {
        current = exception;
    }

    /** Whether the register at that word offset may also be accessed by halfword and byte. */
    public static boolean isByteAccessible(int offset) {
        return offset >= 0xD18 && offset < 0xD24 || isFaultStatus(offset);
    }

    /** Whether the offset is that of CFSR, whose bits are cleared by writing ones. */
    public static boolean isFaultStatus(int offset) {
        return offset == CFSR;
    }

    /** Reads a word. Reading has no effects. */
    public int read(int offset) {
        return switch (offset) {
            case 0x008 -> actlr;
            case 0xD00 -> CPUID;
            case ICSR -> readIcsr();
            case 0xD08 -> vtor;
            case 0xD0C -> VECTKEYSTAT | nvic.priorityGroup() << 8;
            case 0xD10 -> scr;
            case 0xD14 -> ccr;
            case 0xD18, 0xD1C, 0xD20 -> readPriorities(offset - 0xD18 + 4);
            case 0xD24 -> readShcsr();
            case CFSR -> faults.cfsr();
            case 0xD2C -> faults.hfsr();
            case 0xD30 -> faults.dfsr();
            case 0xD34 -> faults.mmfar();
            case 0xD38 -> faults.bfar();
            default -> offset >= 0xD40 && offset < 0xD80 ? IDENTIFICATION[offset - 0xD40 >>> 2] : 0;
        };
    }

    /** Writes a word. */
    public void write(int offset, int value) {
        switch (offset) {
            case 0x008 -> actlr = value & 7;
            case ICSR -> writeIcsr(value);
            case 0xD08 -> vtor = value & 0xFFFF_FF80;
            case 0xD0C -> writeAircr(value);
            case 0xD10 -> scr = value & 0x16;
            case 0xD14 -> ccr = value & 0x31B;
            case 0xD18, 0xD1C, 0xD20 -> writePriorities(offset - 0xD18 + 4, value);
            case 0xD24 -> writeShcsr(value);
            case CFSR -> faults.clearCfsr(value);
            case 0xD2C -> faults.clearHfsr(value);
            case 0xD30 -> faults.clearDfsr(value);
            case 0xD34 -> faults.setMmfar(value);
            case 0xD38 -> faults.setBfar(value);
            default -> {}
        }
    }

    private int readIcsr() {
        int value = current;
        int others = nvic.activeCount() - (current != 0 && nvic.isActive(current) ? 1 : 0);
        value |= others == 0 ? 1 << 11 : 0;
        value |= nvic.bestPending() << 12;
        for (int i = ExceptionNumber.FIRST_IRQ; i < nvic.count(); i++) {
            value |= nvic.isPending(i) ? 1 << 22 : 0;
        }
        value |= nvic.isPending(ExceptionNumber.SYS_TICK) ? 1 << 26 : 0;
        value |= nvic.isPending(ExceptionNumber.PEND_SV) ? 1 << 28 : 0;
        value |= nvic.isPending(ExceptionNumber.NMI) ? 1 << 31 : 0;
        return value;
    }

    private void writeIcsr(int value) {
        if (value < 0) {
            nvic.setPending(ExceptionNumber.NMI);
        }
        pend(ExceptionNumber.PEND_SV, value >>> 28 & 1, value >>> 27 & 1);
        pend(ExceptionNumber.SYS_TICK, value >>> 26 & 1, value >>> 25 & 1);
    }

    /** Both at once is UNPREDICTABLE; here setting wins. */
    private void pend(int number, int set, int clear) {
        if (set != 0) {
            nvic.setPending(number);
        } else if (clear != 0) {
            nvic.clearPending(number);
        }
    }

    private void writeAircr(int value) {
        if ((value & 0xFFFF_0000) == VECTKEY) {
            nvic.setPriorityGroup(value >>> 8);
            if ((value & 4) != 0) {
                signals.resetRequested();
            }
        }
    }

    private int readPriorities(int first) {
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | nvic.priority(first + i);
        }
        return value;
    }

    private void writePriorities(int first, int value) {
        for (int i = 0; i < 4; i++) {
            nvic.setPriority(first + i, value >>> 8 * i & 0xFF);
        }
    }

    private int readShcsr() {
        int value = 0;
        for (int i = 0; i < SHCSR_ACTIVE.length; i++) {
            value |= SHCSR_ACTIVE[i] != 0 && nvic.isActive(SHCSR_ACTIVE[i]) ? 1 << i : 0;
        }
        for (int i = 0; i < SHCSR_PENDED.length; i++) {
            value |= nvic.isPending(SHCSR_PENDED[i]) ? 1 << 12 + i : 0;
        }
        for (int i = 0; i < SHCSR_ENABLED.length; i++) {
            value |= nvic.isEnabled(SHCSR_ENABLED[i]) ? 1 << 16 + i : 0;
        }
        return value;
    }

    private void writeShcsr(int value) {
        for (int i = 0; i < SHCSR_ACTIVE.length; i++) {
            if (SHCSR_ACTIVE[i] != 0) {
                nvic.setActive(SHCSR_ACTIVE[i], (value >>> i & 1) != 0);
            }
        }
        for (int i = 0; i < SHCSR_PENDED.length; i++) {
            if ((value >>> 12 + i & 1) != 0) {
                nvic.setPending(SHCSR_PENDED[i]);
            } else {
                nvic.clearPending(SHCSR_PENDED[i]);
            }
        }
        for (int i = 0; i < SHCSR_ENABLED.length; i++) {
            nvic.setEnabled(SHCSR_ENABLED[i], (value >>> 16 + i & 1) != 0);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.word(vtor);
        out.word(scr);
        out.word(ccr);
        out.word(actlr);
    }

    @Override
    public void restore(StateReader in) {
        vtor = in.word();
        scr = in.word();
        ccr = in.word();
        actlr = in.word();
    }
}
