package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The 8254 of a PC at 1.193182 MHz: counter 0 interrupts, counter 2 drives the speaker. Ports 0 to 3 are the chip's own;
 * port 4 is the system control port 0x61 with the gate of counter 2 and the channel check.   @board 8254 (Intel 231164),
 * 82371AB 4.2.7
 */
public final class IntervalTimer implements PortDevice {
    private static final long HERTZ = 1_193_182;
    private static final int CONTROL = 3;
    private static final int SYSTEM_CONTROL = 4;
    private static final int GATE = 0x01;
    private static final int WRITABLE = 0x0F;
    private static final int NO_CHANNEL_CHECK = 0x08;
    private static final int REFRESH = 0x10;
    private static final int OUT2 = 0x20;
    private static final int CHANNEL_CHECK = 0x40;
    /** Ticks between two changes of the bit that shows memory being refreshed: about 15 microseconds. */
    private static final int REFRESH_TICKS = 18;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "8254 (Intel 231164)",
            counter(0, "COUNT0", "Counter 0, which interrupts: present count"),
            counter(1, "RELOAD0", "Counter 0: count register"),
            counter(2, "CONTROL0", "Counter 0: control word"),
            counter(3, "COUNT1", "Counter 1: present count"),
            counter(4, "RELOAD1", "Counter 1: count register"),
            counter(5, "CONTROL1", "Counter 1: control word"),
            counter(6, "COUNT2", "Counter 2, the speaker: present count"),
            counter(7, "RELOAD2", "Counter 2: count register"),
            counter(8, "CONTROL2", "Counter 2: control word"),
            Register.at(0x21 << 8 | 36, "PORT61", Access.READ_WRITE, 0, "System control")
                    .bit(6, "IOCHK", "channel check, which is a non-maskable interrupt")
                    .bit(5, "OUT2", "output of counter 2")
                    .bit(4, "REFRESH", "changes every 15 microseconds")
                    .bit(3, "NO_IOCHK", "channel check cleared and off")
                    .bit(1, "SPEAKER", "counter 2 drives the speaker")
                    .bit(0, "GATE2", "gate of counter 2"));

    private final String name;
    private final Oscillator oscillator;
    private final InterruptLine interrupt;
    private final NonMaskableLine nonMaskable;
    private final Alarm alarm;
    private final PitCounter[] counters = {new PitCounter(true), new PitCounter(true), new PitCounter(false)};
    private int systemControl;

    /** Makes a timer whose counters were not programmed yet. */
    public IntervalTimer(
            String name, Clock clock, long clockHertz, InterruptLine interrupt, NonMaskableLine nonMaskable) {
        this.name = name;
        this.interrupt = interrupt;
        this.nonMaskable = nonMaskable;
        oscillator = new Oscillator(clock, clockHertz, HERTZ);
        alarm = clock.alarm(name, this::drive);
    }

    private static Register counter(int index, String name, String meaning) {
        Register register = Register.at(index / 3 << 8 | 4 * index, name, Access.READ_WRITE, 0, meaning);
        return index % 3 != 2
                ? register
                : register.field(5, 4, "RW", "1 low byte, 2 high byte, 3 both")
                        .field(3, 1, "MODE", "mode")
                        .bit(0, "BCD", "decimal");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterMap registers() {
        return REGISTERS;
    }

    @Override
    public int shownValue(Register register) {
        int index = register.offset() >>> 2 & 0x3F;
        if (index == 9) {
            return peek(SYSTEM_CONTROL);
        }
        PitCounter counter = counters[index / 3];
        return switch (index % 3) {
            case 0 -> counter.count(oscillator.ticks());
            case 1 -> counter.reload();
            default -> counter.control();
        };
    }

    /** Drives the interrupt as OUT is, and sets the alarm for its next change. */
    private void drive() {
        long now = oscillator.ticks();
        interrupt.set(counters[0].out(now));
        long next = counters[0].nextChange(now);
        if (next != PitCounter.NEVER) {
            alarm.setAfter(oscillator.cyclesUntil(next));
        } else if (alarm.isSet()) {
            alarm.cancel();
        }
    }

    @Override
    public int in(int offset) {
        return offset < CONTROL ? counters[offset].read(oscillator.ticks()) : peek(offset);
    }

    @Override
    public int peek(int offset) {
        long now = oscillator.ticks();
        return switch (offset) {
            case CONTROL -> 0xFF;
            case SYSTEM_CONTROL ->
                systemControl
                        | (now / REFRESH_TICKS % 2 != 0 ? REFRESH : 0)
                        | (counters[2].out(now) ? OUT2 : 0)
                        | (nonMaskable.isLatched() ? CHANNEL_CHECK : 0);
            default -> counters[offset].peek(now);
        };
    }

    @Override
    public void out(int offset, int value) {
        long now = oscillator.ticks();
        switch (offset) {
            case CONTROL -> control(value, now);
            case SYSTEM_CONTROL -> {
                systemControl = value & WRITABLE;
                nonMaskable.setDisabled((value & NO_CHANNEL_CHECK) != 0);
                counters[2].setGate((value & GATE) != 0, now);
            }
            default -> counters[offset].write(value, now);
        }
        drive();
    }

    private void control(int value, long now) {
        int selected = value >>> 6;
        if (selected == 3) {
            readBack(value, now);
        } else if ((value & 0x30) == 0) {
            counters[selected].latchCount(now);
        } else {
            counters[selected].setMode(value);
        }
    }

    private void readBack(int value, long now) {
        for (int i = 0; i < counters.length; i++) {
            if ((value & 2 << i) != 0) {
                if ((value & 0x20) == 0) {
                    counters[i].latchCount(now);
                }
                if ((value & 0x10) == 0) {
                    counters[i].latchStatus(now);
                }
            }
        }
    }

    @Override
    public void reset() {
        systemControl = 0;
        nonMaskable.setDisabled(true);
        nonMaskable.setDisabled(false);
        counters[0].reset(true);
        counters[1].reset(true);
        counters[2].reset(false);
        drive();
    }

    @Override
    public void save(StateWriter out) {
        for (PitCounter counter : counters) {
            counter.save(out);
        }
        out.byteValue(systemControl);
        nonMaskable.save(out);
    }

    @Override
    public void restore(StateReader in) {
        for (PitCounter counter : counters) {
            counter.restore(in);
        }
        systemControl = in.byteValue();
        nonMaskable.restore(in);
    }
}
