package ringside.cpu.device;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The serial port of the Cortex-M System Design Kit: one byte of buffer each way, eight data bits, no parity, one stop
 * bit. @board DDI 0479, APB UART
 *
 * <p>How it works: (1) a byte written to DATA waits in the transmit buffer; a sixteenth of a bit time later, or when
 * the byte before it has been sent, it moves to the shift register, which takes ten bit times to send it. The console
 * event is made when it moves. (2) A byte written while the buffer is full is an overrun. The manual has it replace the
 * one waiting there; here that one goes out at once, as many programs that only ever ran on an emulator need it. (3) Input
 * from outside queues at the other end of the line and arrives one byte in ten bit times, while the receiver is enabled.
 * The sender there waits until the last byte was read, so nothing typed is lost; while it waits it raises the receive
 * interrupt again, as the next byte's arrival would.
 *
 * <p>A bit lasts BAUDDIV cycles. The manual's smallest value is 16; smaller ones, also the 0 after reset, act as 16.
 */
public final class CmsdkUart implements RegisterDevice, InputPort {
    private static final int DATA = 0x00;
    private static final int STATE = 0x04;
    private static final int CTRL = 0x08;
    private static final int INTSTATUS = 0x0C;
    private static final int BAUDDIV = 0x10;

    private static final int TX_FULL = 1;
    private static final int RX_FULL = 1 << 1;
    private static final int TX_OVERRUN = 1 << 2;
    private static final int RX_OVERRUN = 1 << 3;
    private static final int OVERRUNS = TX_OVERRUN | RX_OVERRUN;
    private static final int TX_ENABLE = 1;
    private static final int RX_ENABLE = 1 << 1;
    private static final int TX_INTERRUPT = 1;
    private static final int RX_INTERRUPT = 1 << 1;
    private static final int BITS_PER_BYTE = 10;

    private static final RegisterMap REGISTERS = RegisterMap.of(
                    "DDI 0479, APB UART",
                    Register.at(DATA, "DATA", Access.READ_WRITE, 0, "Reads the byte received, writes the byte to send")
                            .field(7, 0, "DATA", "one byte"),
                    Register.at(STATE, "STATE", Access.WRITE_ONE_TO_CLEAR, 0, "Buffers; 1 clears an overrun")
                            .bit(3, "RXOR", "receive overrun")
                            .bit(2, "TXOR", "transmit overrun")
                            .bit(1, "RXBF", "receive buffer full")
                            .bit(0, "TXBF", "transmit buffer full"),
                    Register.at(CTRL, "CTRL", Access.READ_WRITE, 0, "Control")
                            .bit(6, "HSTM", "high-speed test mode")
                            .bit(5, "RXORIE", "receive overrun interrupt enable")
                            .bit(4, "TXORIE", "transmit overrun interrupt enable")
                            .bit(3, "RXIE", "receive interrupt enable")
                            .bit(2, "TXIE", "transmit interrupt enable")
                            .bit(1, "RXEN", "receive enable")
                            .bit(0, "TXEN", "transmit enable"),
                    Register.at(INTSTATUS, "INTSTATUS", Access.WRITE_ONE_TO_CLEAR, 0, "Interrupts; 1 clears")
                            .bit(3, "RXOR", "receive overrun")
                            .bit(2, "TXOR", "transmit overrun")
                            .bit(1, "RX", "a byte was received")
                            .bit(0, "TX", "the transmit buffer became empty"),
                    Register.at(BAUDDIV, "BAUDDIV", Access.READ_WRITE, 0, "Cycles in a bit time, at least 16")
                            .field(19, 0, "BAUDDIV", "cycles"))
            .withIdentification(0x21);

    private final String name;
    private final ConsoleOutput console;
    private final InterruptLine receiveInterrupt;
    private final InterruptLine transmitInterrupt;
    private final SharedLine overrunInterrupt;
    private final Alarm transmitter;
    private final Alarm receiver;
    private final ByteQueue line = new ByteQueue();
    private int state;
    private int control;
    private int interrupts;
    private int baudDivider;
    private int transmitBuffer;
    private int receiveBuffer;

    /** Makes an idle port. */
    public CmsdkUart(
            String name,
            Clock clock,
            ConsoleOutput console,
            InterruptLine receiveInterrupt,
            InterruptLine transmitInterrupt,
            SharedLine overrunInterrupt) {
        this.name = name;
        this.console = console;
        this.receiveInterrupt = receiveInterrupt;
        this.transmitInterrupt = transmitInterrupt;
        this.overrunInterrupt = overrunInterrupt;
        overrunInterrupt.addSource(() -> (overrunStatus() & OVERRUNS) != 0);
        transmitter = clock.alarm(name + ".transmit", this::advanceTransmitter);
        receiver = clock.alarm(name + ".receive", this::arrive);
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
    public int readRegister(int offset) {
        int value = peekRegister(offset);
        if (offset == DATA) {
            state &= ~RX_FULL;
            scheduleReceiver();
        }
        return value;
    }

    @Override
    public int peekRegister(int offset) {
        return switch (offset) {
            case DATA -> receiveBuffer;
            case STATE -> state;
            case CTRL -> control;
            case INTSTATUS -> interrupts | overrunStatus();
            default -> baudDivider;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        switch (offset) {
            case DATA -> send(value & 0xFF);
            case STATE -> state &= ~(value & OVERRUNS);
            case CTRL -> {
                control = value & 0x7F;
                scheduleTransmitter();
                scheduleReceiver();
            }
            case INTSTATUS -> {
                state &= ~(value & OVERRUNS);
                interrupts &= ~value;
                scheduleReceiver();
            }
            default -> baudDivider = value & 0xF_FFFF;
        }
        driveInterrupts();
    }

    @Override
    public void receive(byte[] bytes) {
        line.add(bytes);
        scheduleReceiver();
    }

    /**
     * Sends what waits in the transmit buffer. A real port goes on sending when the processor has stopped for good; here
     * time stops with the processor, so the last byte is sent at once.
     */
    public void finishSending() {
        if ((state & TX_FULL) != 0 && (control & TX_ENABLE) != 0) {
            shiftOut();
        }
    }

    private int bitTime() {
        return Math.max(16, baudDivider);
    }

    private void send(int value) {
        if ((state & TX_FULL) != 0) {
            state |= TX_OVERRUN;
            if ((control & TX_ENABLE) != 0) {
                console.send(transmitBuffer);
            }
        }
        transmitBuffer = value;
        state |= TX_FULL;
        scheduleTransmitter();
    }

    private void scheduleTransmitter() {
        if ((state & TX_FULL) != 0 && (control & TX_ENABLE) != 0 && !transmitter.isSet()) {
            transmitter.setAfter(bitTime() / 16);
        }
    }

    private void advanceTransmitter() {
        if ((state & TX_FULL) != 0 && (control & TX_ENABLE) != 0) {
            shiftOut();
        }
    }

    private void shiftOut() {
        console.send(transmitBuffer);
        transmitter.setAfter((long) BITS_PER_BYTE * bitTime());
        state &= ~TX_FULL;
        if ((control & TX_INTERRUPT << 2) != 0) {
            interrupts |= TX_INTERRUPT;
        }
        driveInterrupts();
    }

    private void scheduleReceiver() {
        if (!line.isEmpty() && (control & RX_ENABLE) != 0 && !receiver.isSet()) {
            receiver.setAfter((long) BITS_PER_BYTE * bitTime());
        }
    }

    private void arrive() {
        if ((control & RX_ENABLE) == 0) {
            return;
        }
        if ((state & RX_FULL) == 0) {
            receiveBuffer = line.take();
            state |= RX_FULL;
            scheduleReceiver();
        }
        if ((control & RX_INTERRUPT << 2) != 0) {
            interrupts |= RX_INTERRUPT;
        }
        driveInterrupts();
    }

    /** The overrun bits of INTSTATUS are those of STATE where CTRL enables their interrupts. */
    private int overrunStatus() {
        return state & control >>> 2 & OVERRUNS;
    }

    private void driveInterrupts() {
        transmitInterrupt.set((interrupts & TX_INTERRUPT) != 0);
        receiveInterrupt.set((interrupts & RX_INTERRUPT) != 0);
        overrunInterrupt.update();
    }

    /** A real port loses what it has not sent; here no text is lost. */
    @Override
    public void reset() {
        finishSending();
        state = 0;
        control = 0;
        interrupts = 0;
        baudDivider = 0;
        transmitBuffer = 0;
        receiveBuffer = 0;
        transmitter.cancel();
        receiver.cancel();
        driveInterrupts();
    }

    @Override
    public void save(StateWriter out) {
        out.word(state);
        out.word(control);
        out.word(interrupts);
        out.word(baudDivider);
        out.word(transmitBuffer);
        out.word(receiveBuffer);
        line.save(out);
    }

    @Override
    public void restore(StateReader in) {
        state = in.word();
        control = in.word();
        interrupts = in.word();
        baudDivider = in.word();
        transmitBuffer = in.word();
        receiveBuffer = in.word();
        line.restore(in);
    }
}
