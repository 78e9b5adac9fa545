package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.device.ByteQueue;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * A 16550A serial port with a terminal at its other end.
 *
 * <p>A byte that is written is on the terminal at once. A byte that the terminal sends takes its time by the divisor, and
 * waits outside while the receiver is full: the terminal heeds RTS/CTS. As on every PC, the interrupt leaves the port only
 * while OUT2 is set.   @board PC16550D (National Semiconductor)
 */
public final class SerialPort implements PortDevice, InputPort {
    private static final long CRYSTAL = 1_843_200;
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int IDENTIFICATION = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int MODEM_STATUS = 6;
    private static final int SCRATCH = 7;

    private static final int DIVISOR_LATCH = 0x80;
    private static final int BREAK = 0x40;
    private static final int OUT2 = 0x08;
    private static final int LOOP = 0x10;
    private static final int FIFO_ENABLED = 0x01;
    private static final int TRANSMITTER_EMPTY = 0x60;
    private static final int ERRORS = 0x1E;
    private static final int ALL_DIVISOR_BITS = 0xFFFF;
    private static final int NO_INTERRUPT = 1;

    private final String name;
    private final ConsoleOutput console;
    private final InterruptLine interrupt;
    private final Oscillator oscillator;
    private final Alarm receiver;
    private final Alarm timeout;
    private final ByteQueue line = new ByteQueue();
    private final SerialReceiver received = new SerialReceiver();
    private final ModemLines modem = new ModemLines();
    private int interruptEnable;
    private int fifoControl;
    private int lineControl;
    private int scratch;
    private int divisor;
    private boolean transmitterWaits;
    private boolean timedOut;

    /** Makes an idle port. */
    public SerialPort(String name, Clock clock, long clockHertz, ConsoleOutput console, InterruptLine interrupt) {
        this.name = name;
        this.console = console;
        this.interrupt = interrupt;
        oscillator = new Oscillator(clock, clockHertz, CRYSTAL);
        receiver = clock.alarm(name + ".receive", this::arrive);
        timeout = clock.alarm(name + ".timeout", this::expire);
        setDefaults();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterMap registers() {
        return SerialRegisters.MAP;
    }

    @Override
    public int shownValue(Register register) {
        return switch (SerialRegisters.index(register)) {
            case 0 -> received.peek();
            case 1 -> interruptEnable;
            case 2 -> peek(IDENTIFICATION);
            case 3 -> fifoControl;
            case 4 -> lineControl;
            case 5 -> modem.control();
            case 6 -> lineStatus();
            case 7 -> modem.status();
            case 8 -> scratch;
            default -> divisor;
        };
    }

    // ---- the line ----

    @Override
    public void receive(byte[] bytes) {
        line.add(bytes);
        scheduleReceiver();
    }

    /** A character on the line, in cycles: start bit, data, parity, stop bits. */
    private long characterTime() {
        int bits = 1 + 5 + (lineControl & 3) + ((lineControl & 4) != 0 ? 2 : 1) + ((lineControl & 8) != 0 ? 1 : 0);
        return oscillator.cycles(16L * bits * Math.max(1, divisor));
    }

    private void scheduleReceiver() {
        if (!line.isEmpty() && !received.isFull() && !isLooped() && !receiver.isSet()) {
            receiver.setAfter(characterTime());
        }
    }

    private void arrive() {
        if (!received.isFull() && !isLooped()) {
            take(line.take());
        }
        scheduleReceiver();
    }

    private void take(int value) {
        received.add(value);
        timedOut = false;
        scheduleTimeout();
        drive();
    }

    /** With FIFOs, data below the trigger level interrupts when nothing happens for four characters. */
    private void scheduleTimeout() {
        if (received.isBuffered() && !received.isEmpty()) {
            timeout.setAfter(4 * characterTime());
        } else if (timeout.isSet()) {
            timeout.cancel();
        }
    }

    private void expire() {
        timedOut = !received.isEmpty();
        drive();
    }

    private boolean isLooped() {
        return (modem.control() & LOOP) != 0;
    }

    /** The terminal takes all eight bits whatever the word length, so that software need not set the line up to print. */
    private void send(int value) {
        if (isLooped()) {
            take(value);
        } else {
            console.send(value);
        }
        transmitterWaits = true;
    }

    // ---- interrupts ----

    private int lineStatus() {
        return received.status() | TRANSMITTER_EMPTY;
    }

    /** The interrupt of the highest priority, as IIR shows it. */
    private int pendingInterrupt() {
        if ((interruptEnable & 4) != 0 && (received.status() & ERRORS) != 0) {
            return 0x6;
        }
        if ((interruptEnable & 1) != 0 && received.isAtTrigger()) {
            return 0x4;
        }
        if ((interruptEnable & 1) != 0 && timedOut) {
            return 0xC;
        }
        if ((interruptEnable & 2) != 0 && transmitterWaits) {
            return 0x2;
        }
        return (interruptEnable & 8) != 0 && modem.hasChanged() ? 0x0 : NO_INTERRUPT;
    }

    private void drive() {
        boolean gated = (modem.control() & OUT2) != 0 && !isLooped();
        interrupt.set(gated && pendingInterrupt() != NO_INTERRUPT);
    }

    // ---- registers ----

    private boolean isDivisor(int offset) {
        return offset <= INTERRUPT_ENABLE && (lineControl & DIVISOR_LATCH) != 0;
    }

    @Override
    public int peek(int offset) {
        if (isDivisor(offset)) {
            return divisor >>> 8 * offset & 0xFF;
        }
        return switch (offset) {
            case DATA -> received.peek();
            case INTERRUPT_ENABLE -> interruptEnable;
            case IDENTIFICATION -> pendingInterrupt() | (received.isBuffered() ? 0xC0 : 0);
            case LINE_CONTROL -> lineControl;
            case MODEM_CONTROL -> modem.control();
            case LINE_STATUS -> lineStatus();
            case MODEM_STATUS -> modem.status();
            default -> scratch;
        };
    }

    @Override
    public int in(int offset) {
        int value = peek(offset);
        if (isDivisor(offset)) {
            return value;
        }
        switch (offset) {
            case DATA -> {
                received.take();
                timedOut = false;
                scheduleTimeout();
                scheduleReceiver();
            }
            case IDENTIFICATION -> transmitterWaits &= (value & 0xF) != 0x2;
            case LINE_STATUS -> received.clearErrors();
            case MODEM_STATUS -> modem.clearChanges();
            default -> {
                // Reading changes nothing.
            }
        }
        drive();
        return value;
    }

    @Override
    public void out(int offset, int value) {
        if (isDivisor(offset)) {
            int shift = 8 * offset;
            divisor = divisor & (ALL_DIVISOR_BITS ^ 0xFF << shift) | value << shift;
            return;
        }
        switch (offset) {
            case DATA -> send(value);
            case INTERRUPT_ENABLE -> enableInterrupts(value & 0xF);
            case IDENTIFICATION -> controlFifo(value);
            case LINE_CONTROL -> {
                lineControl = value;
                if ((value & BREAK) != 0 && isLooped()) {
                    received.addBreak();
                }
            }
            case MODEM_CONTROL -> {
                modem.setControl(value & 0x1F);
                scheduleReceiver();
            }
            case SCRATCH -> scratch = value;
            default -> {
                // The status registers are not written.
            }
        }
        drive();
    }

    /** Enabling the transmitter's interrupt while the transmitter is empty interrupts at once. */
    private void enableInterrupts(int value) {
        transmitterWaits |= (value & 2) != 0 && (interruptEnable & 2) == 0;
        interruptEnable = value;
    }

    private void controlFifo(int value) {
        boolean on = (value & FIFO_ENABLED) != 0;
        boolean changes = on != received.isBuffered();
        if (changes || on && (value & 2) != 0) {
            received.clear();
            timedOut = false;
        }
        if (on && (value & 4) != 0) {
            transmitterWaits = true;
        }
        received.setBuffered(on, value >>> 6);
        fifoControl = on ? value & 0xC9 : 0;
        scheduleTimeout();
        scheduleReceiver();
    }

    // ---- state ----

    private void setDefaults() {
        interruptEnable = 0;
        fifoControl = 0;
        lineControl = 0;
        scratch = 0;
        divisor = 12;
        transmitterWaits = false;
        timedOut = false;
        received.reset();
        modem.reset();
    }

    @Override
    public void reset() {
        setDefaults();
        receiver.cancel();
        timeout.cancel();
        scheduleReceiver();
        drive();
    }

    @Override
    public void save(StateWriter out) {
        out.words(new int[] {interruptEnable, fifoControl, lineControl, scratch, divisor});
        out.flag(transmitterWaits);
        out.flag(timedOut);
        received.save(out);
        modem.save(out);
        line.save(out);
    }

    @Override
    public void restore(StateReader in) {
        int[] values = new int[5];
        in.words(values);
        interruptEnable = values[0];
        fifoControl = values[1];
        lineControl = values[2];
        scratch = values[3];
        divisor = values[4];
        transmitterWaits = in.flag();
        timedOut = in.flag();
        received.restore(in);
        modem.restore(in);
        line.restore(in);
    }
}
