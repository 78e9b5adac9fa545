package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * One counter of an 8254, in any of its six modes.
 *
 * <p>How it works: nothing happens while it counts. It knows the tick {@code start} at which its count was loaded, and
 * everything else follows from how many ticks have passed since ({@code elapsed}). A count written takes effect one tick
 * later, as the chip loads it with the next clock pulse; in modes 2 and 3 it waits for the end of the present period (mode
 * 2) or half period (mode 3). In modes 1 and 5 it waits for the gate.   @board 8254 (Intel 231164)
 */
final class PitCounter implements Stateful {
    static final long NEVER = Long.MAX_VALUE;
    private static final int STATUS_OUT = 0x80;
    private static final int STATUS_NULL = 0x40;

    private int control = 0x30;
    private int mode;
    private boolean decimal;
    /** The count register, 1 to 65536 (10000 in decimal); 0 while none was written since the mode was set. */
    private int reload;

    /** The count that the present period was loaded with. */
    private int loaded;

    private boolean running;
    private long start;
    /** Ticks passed while the gate stops the count; in mode 1 whether OUT stays low until the count is loaded anew. */
    private long frozen;

    /** The tick at which a new count was written. */
    private long waitsFrom;

    private boolean gate;
    private int firstByte;
    private boolean secondWrite;
    private boolean secondRead;
    private int latch = -1;
    private int statusLatch = -1;

    PitCounter(boolean gate) {
        this.gate = gate;
    }

    // ---- time ----

    private int modulus() {
        return decimal ? 10_000 : 0x1_0000;
    }

    private boolean isPeriodic() {
        return mode == 2 || mode == 3;
    }

    private static long highTicks(int mode, int count) {
        return mode == 2 ? count - 1 : (count + 1) / 2;
    }

    /**
     * Where the counter is at a tick: a function of the state, which it does not change.
     *
     * @param count the count that the period was loaded with, 0 if none was
     * @param start the tick at which it was
     * @param passed ticks since then; negative before it is loaded
     */
    private record Phase(int count, long start, long passed) {
        boolean counts() {
            return count != 0 && passed >= 0;
        }
    }

    private Phase phase(long now) {
        if (!running || loaded == 0) {
            return new Phase(loaded, start, frozen);
        }
        int count = loaded;
        long begin = start;
        if (isPeriodic()) {
            if (reload != loaded && now >= turn()) {
                count = reload;
                begin = turn() - (turn() - start < loaded ? highTicks(mode, reload) : 0);
            }
            if (now - begin >= count) {
                begin += (now - begin) / count * count;
            }
        }
        return new Phase(count, begin, now - begin);
    }

    /** The tick at which a new count replaces the present one in modes 2 and 3. */
    private long turn() {
        boolean inFirstHalf = mode == 3 && waitsFrom - start < highTicks(mode, loaded);
        return start + (inFirstHalf ? highTicks(mode, loaded) : loaded);
    }

    // ---- output ----

    /** The level of OUT. */
    boolean out(long now) {
        Phase phase = phase(now);
        return switch (mode) {
            case 0 -> phase.counts() && phase.passed >= phase.count;
            case 1 -> phase.counts() ? phase.passed >= phase.count : frozen == 0;
            case 2, 3 -> !phase.counts() || !running || phase.passed < highTicks(mode, phase.count);
            default -> !phase.counts() || phase.passed != phase.count;
        };
    }

    /** The tick of the next change of OUT, or {@link #NEVER}. */
    long nextChange(long now) {
        Phase phase = phase(now);
        int count = phase.count;
        if (!running || count == 0 || isPeriodic() && count == 1) {
            return NEVER;
        }
        long passed = phase.passed;
        long next = switch (mode) {
            case 0 -> passed < count ? count : NEVER;
            case 1 -> passed < 0 && frozen == 0 ? 0 : passed < count ? count : NEVER;
            case 2, 3 -> passed < highTicks(mode, count) ? highTicks(mode, count) : count;
            default -> passed < count ? count : passed == count ? count + 1L : NEVER;
        };
        return next == NEVER ? NEVER : phase.start + next;
    }

    /** The counting element. */
    int count(long now) {
        Phase phase = phase(now);
        long passed = Math.max(0, phase.passed);
        long value = switch (mode) {
            case 2 -> phase.count - passed;
            case 3 -> squareCount(phase.count, passed);
            default -> Math.floorMod(phase.count - passed, (long) modulus());
        };
        int binary = (int) (value % modulus());
        return decimal ? toDecimal(binary) : binary;
    }

    /** In mode 3 the count goes down by two, twice a period, from the even number at or below the count. */
    private static long squareCount(int count, long passed) {
        long high = highTicks(3, count);
        return (count & ~1) - 2 * (passed < high ? passed : passed - high);
    }

    private static int toDecimal(int value) {
        return value / 1000 << 12 | value / 100 % 10 << 8 | value / 10 % 10 << 4 | value % 10;
    }

    private static int fromDecimal(int digits) {
        return (digits >>> 12) * 1000 + (digits >>> 8 & 15) * 100 + (digits >>> 4 & 15) * 10 + (digits & 15);
    }

    // ---- programming ----

    /** A control word for this counter, that is no latch command. */
    void setMode(int word) {
        control = word & 0x3F;
        int field = word >>> 1 & 7;
        mode = field >= 6 ? field - 4 : field;
        decimal = (word & 1) != 0;
        reload = 0;
        loaded = 0;
        frozen = 0;
        running = false;
        secondWrite = false;
        secondRead = false;
        latch = -1;
        statusLatch = -1;
    }

    void latchCount(long now) {
        if (latch < 0) {
            latch = count(now);
        }
    }

    void latchStatus(long now) {
        if (statusLatch < 0) {
            Phase phase = phase(now);
            boolean waits = reload == 0 || reload != phase.count || phase.passed < 0;
            statusLatch = control | (out(now) ? STATUS_OUT : 0) | (waits ? STATUS_NULL : 0);
        }
    }

    void write(int value, long now) {
        switch (control >>> 4 & 3) {
            case 1 -> setCount(value, now);
            case 2 -> setCount(value << 8, now);
            default -> {
                if (secondWrite) {
                    setCount(value << 8 | firstByte, now);
                } else {
                    firstByte = value;
                    if (mode == 0) {
                        halt(now);
                    }
                }
                secondWrite = !secondWrite;
            }
        }
    }

    /** Writing the first of two bytes in mode 0 stops the count and sets OUT low. */
    private void halt(long now) {
        frozen = Math.max(0, Math.min(phase(now).passed, loaded - 1L));
        running = false;
    }

    private void setCount(int written, long now) {
        int value = decimal ? fromDecimal(written) : written;
        Phase phase = phase(now);
        loaded = phase.count;
        start = phase.start;
        reload = value == 0 ? modulus() : value;
        switch (mode) {
            case 0, 4 -> load(now);
            case 1, 5 -> {
                // The gate loads it.
            }
            default -> {
                waitsFrom = now;
                if (loaded == 0) {
                    load(now);
                }
            }
        }
    }

    /** Loads the count with the next pulse; it counts if the gate lets it. */
    private void load(long now) {
        frozen = mode == 1 && !out(now) ? 1 : 0;
        loaded = reload;
        start = now + 1;
        running = gate || mode == 1 || mode == 5;
    }

    /** Drives GATE. */
    void setGate(boolean level, long now) {
        if (level == gate) {
            return;
        }
        long passed = phase(now).passed;
        gate = level;
        switch (mode) {
            case 0, 4 -> {
                if (level && loaded != 0) {
                    start = now - frozen;
                    running = true;
                } else if (!level) {
                    frozen = Math.max(0, passed);
                    running = false;
                }
            }
            case 1, 5 -> {
                if (level && reload != 0) {
                    load(now);
                }
            }
            default -> {
                if (level && reload != 0) {
                    load(now);
                } else if (!level) {
                    frozen = Math.max(0, passed);
                    running = false;
                }
            }
        }
    }

    boolean gate() {
        return gate;
    }

    // ---- reading ----

    int peek(long now) {
        if (statusLatch >= 0) {
            return statusLatch;
        }
        int value = latch >= 0 ? latch : count(now);
        int access = control >>> 4 & 3;
        boolean high = access == 2 || access == 3 && secondRead;
        return high ? value >>> 8 : value & 0xFF;
    }

    int read(long now) {
        int value = peek(now);
        if (statusLatch >= 0) {
            statusLatch = -1;
            return value;
        }
        boolean first = (control >>> 4 & 3) == 3 && !secondRead;
        secondRead = first;
        if (!first) {
            latch = -1;
        }
        return value;
    }

    int control() {
        return control;
    }

    int reload() {
        return reload & 0xFFFF;
    }

    // ---- state ----

    void reset(boolean newGate) {
        setMode(0x30);
        gate = newGate;
        firstByte = 0;
        waitsFrom = 0;
        start = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.words(new int[] {control, mode, reload, loaded, firstByte, latch, statusLatch});
        for (boolean flag : new boolean[] {decimal, running, gate, secondWrite, secondRead}) {
            out.flag(flag);
        }
        out.doubleword(start);
        out.doubleword(frozen);
        out.doubleword(waitsFrom);
    }

    @Override
    public void restore(StateReader in) {
        int[] values = new int[7];
        in.words(values);
        control = values[0];
        mode = values[1];
        reload = values[2];
        loaded = values[3];
        firstByte = values[4];
        latch = values[5];
        statusLatch = values[6];
        decimal = in.flag();
        running = in.flag();
        gate = in.flag();
        secondWrite = in.flag();
        secondRead = in.flag();
        start = in.doubleword();
        frozen = in.doubleword();
        waitsFrom = in.doubleword();
    }
}
