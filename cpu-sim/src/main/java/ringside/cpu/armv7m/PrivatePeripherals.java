package ringside.cpu.armv7m;

import ringside.cpu.armv7m.exception.Nvic;
import ringside.cpu.armv7m.exception.NvicRegisters;
import ringside.cpu.armv7m.exception.SysTick;
import ringside.cpu.armv7m.exception.SystemControlBlock;
import ringside.cpu.armv7m.mpu.Mpu;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * The private peripheral bus from 0xE000_0000: which register belongs to whom. @arm B3.1, B3.2.2
 *
 * <p>Offsets count from 0xE000_0000. The processor checks privilege before it comes here. Registers are words; those that
 * the manual lets software access by byte or halfword too are the priorities, CFSR and MPU_RASR. A smaller access to
 * another register is UNPREDICTABLE in the manual; here it is a BusFault, so that the mistake shows. What is not there
 * (trace, flash patch) reads as 0 and ignores writes.
 *
 * <p>A board may map it on the bus too, for people who look at memory; it saves nothing there, since the processor does.
 */
final class PrivatePeripherals implements Device {
    private static final int SCS = 0xE000;
    private static final int MPU = 0xD90;
    private static final int DEMCR = 0xDFC;
    private static final int TRCENA = 1 << 24;
    private static final int DWT_CTRL = 0x1000;
    private static final int DWT_CYCCNT = 0x1004;
    /** DWT_CTRL of a Cortex-M3: four comparators. */
    private static final int DWT_COMPARATORS = 0x4000_0000;

    private final NvicRegisters interrupts;
    private final SystemControlBlock control;
    private final SysTick sysTick;
    private final Mpu mpu;
    private final Clock clock;
    private final TraceRing trace;
    private int demcr;
    private boolean countsCycles;
    private long cyclesOffset;

    PrivatePeripherals(Nvic nvic, SystemControlBlock control, SysTick sysTick, Mpu mpu, Clock clock, TraceRing trace) {
        interrupts = new NvicRegisters(nvic);
        this.control = control;
        this.sysTick = sysTick;
        this.mpu = mpu;
        this.clock = clock;
        this.trace = trace;
    }

    void resetRegisters() {
        demcr = 0;
        countsCycles = false;
        cyclesOffset = 0;
    }

    @Override
    public String name() {
        return "private-peripherals";
    }

    @Override
    public int load(int offset, Width width) {
        if (isSysTick(offset) && width == Width.WORD) {
            return sysTick.load(offset - SCS);
        }
        return peek(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        int word = offset & ~3;
        if (width != Width.WORD && !isByteAccessible(word)) {
            throw new BusFault(offset);
        }
        return readWord(word) >>> 8 * (offset & 3);
    }

    @Override
    public void store(int offset, Width width, int value) {
        int word = offset & ~3;
        if (width == Width.WORD) {
            writeWord(word, value);
            return;
        }
        if (!isByteAccessible(word)) {
            throw new BusFault(offset);
        }
        int shift = 8 * (offset & 3);
        int lanes = (1 << 8 * width.bytes()) - 1 << shift;
        int others = takesOnes(word - SCS) ? 0 : readWord(word) & ~lanes;
        writeWord(word, others | value << shift & lanes);
    }

    private static boolean takesOnes(int register) {
        return SystemControlBlock.isFaultStatus(register) || NvicRegisters.takesOnes(register);
    }

    private static boolean isByteAccessible(int word) {
        int register = word - SCS;
        return NvicRegisters.isByteAccessible(register)
                || SystemControlBlock.isByteAccessible(register)
                || Mpu.hasRegister(register - MPU) && (register & 4) == 0 && register >= MPU + Mpu.RASR;
    }

    private static boolean isSysTick(int word) {
        return word >= SCS + SysTick.CSR && word <= SCS + SysTick.CALIB;
    }

    private int readWord(int word) {
        if (isSysTick(word)) {
            return sysTick.peek(word - SCS);
        }
        int register = word - SCS;
        if (register < 0 || register >= 0x1000) {
            return readTrace(word);
        }
        if (Mpu.hasRegister(register - MPU)) {
            return mpu.read(register - MPU);
        }
        if (register == DEMCR) {
            return demcr;
        }
        return isInterrupt(register) ? interrupts.read(register) : control.read(register);
    }

    private void writeWord(int word, int value) {
        if (isSysTick(word)) {
            sysTick.store(word - SCS, value);
            return;
        }
        int register = word - SCS;
        if (register < 0 || register >= 0x1000) {
            writeTrace(word, value);
        } else if (Mpu.hasRegister(register - MPU)) {
            writeMpu(register - MPU, value);
        } else if (register == DEMCR) {
            writeTrace(word, value);
        } else if (isInterrupt(register)) {
            interrupts.write(register, value);
        } else {
            control.write(register, value);
        }
    }

    private static boolean isInterrupt(int register) {
        return register == 4 || register >= 0x100 && register < 0xD00 || register == NvicRegisters.STIR;
    }

    private void writeMpu(int offset, int value) {
        mpu.write(offset, value);
        if (trace.wants(CpuEventKind.MPU_UPDATE)) {
            trace.add(clock.instructions(), CpuEventKind.MPU_UPDATE, offset, value & 0xFFFF_FFFFL, mpu.selected(), 0);
        }
    }

    private boolean isCounting() {
        return countsCycles && (demcr & TRCENA) != 0;
    }

    private int readTrace(int word) {
        return switch (word) {
            case DWT_CTRL -> DWT_COMPARATORS | (countsCycles ? 1 : 0);
            case DWT_CYCCNT -> cycleCount();
            default -> 0;
        };
    }

    /** While it counts the offset is that to the clock, else it is the negated count itself. */
    private int cycleCount() {
        return (int) (isCounting() ? clock.cycles() - cyclesOffset : -cyclesOffset);
    }

    private void writeTrace(int word, int value) {
        int count = word == DWT_CYCCNT ? value : cycleCount();
        if (word == DWT_CTRL) {
            countsCycles = (value & 1) != 0;
        } else if (word == SCS + DEMCR) {
            demcr = value & TRCENA;
        }
        cyclesOffset = isCounting() ? clock.cycles() - count : -count;
    }

    @Override
    public void reset() {
        // The processor resets its own parts.
    }

    @Override
    public void save(StateWriter out) {
        // The processor saves its own parts: see saveRegisters.
    }

    @Override
    public void restore(StateReader in) {
        // The processor restores its own parts.
    }

    void saveRegisters(StateWriter out) {
        out.word(demcr);
        out.flag(countsCycles);
        out.doubleword(cyclesOffset);
    }

    void restoreRegisters(StateReader in) {
        demcr = in.word();
        countsCycles = in.flag();
        cyclesOffset = in.doubleword();
    }
}
