package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The 8042 keyboard controller: port 0 is data (0x60), port 1 is status and command (0x64). There is no mouse.
 *
 * <p>How it works: the keyboard sends scan codes of set 2; one byte is on the line at a time and reaches the output buffer
 * when that is empty and the line has had its time. With translation on, bytes of the keyboard become those of set 1. The
 * controller's own answers go before them, at once.   @board IBM AT Technical Reference, Keyboard Controller
 */
public final class KeyboardController implements PortDevice, InputPort {
    private static final int DATA = 0;
    private static final int FULL = 0x01;
    private static final int SYSTEM = 0x04;
    private static final int COMMAND = 0x08;
    private static final int UNLOCKED = 0x10;

    private static final int MODE_INTERRUPT = 0x01;
    private static final int MODE_SYSTEM = 0x04;
    private static final int MODE_DISABLED = 0x10;
    private static final int MODE_TRANSLATES = 0x40;
    private static final int NOTHING = -1;
    /** A byte on the line takes about a millisecond on hardware; a tenth of it keeps polling loops short. */
    private static final int BYTES_A_SECOND = 10_000;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "IBM AT Technical Reference",
            Register.at(0, "DATA", Access.READ_WRITE, 0, "Output buffer").field(7, 0, "BYTE", "byte"),
            Register.at(4 << 8 | 4, "STATUS", Access.READ_ONLY, 0x10, "Status")
                    .bit(3, "COMMAND", "the last byte written was a command")
                    .bit(2, "SYSTEM", "self-test passed")
                    .bit(1, "IBF", "input buffer full")
                    .bit(0, "OBF", "output buffer full"),
            Register.at(4 << 8 | 8, "MODE", Access.READ_WRITE, 0x41, "Command byte")
                    .bit(6, "TRANSLATE", "to scan code set 1")
                    .bit(4, "DISABLE", "keyboard off")
                    .bit(0, "INTERRUPT", "interrupt when a byte is there"),
            Register.at(4 << 8 | 12, "OUTPUT", Access.READ_WRITE, 0x03, "Output port")
                    .bit(1, "A20", "address line 20 on"));

    private final String name;
    private final InterruptLine interrupt;
    private final Runnable systemReset;
    private final AddressLine20 line20;
    private final Alarm line;
    private final long byteTime;
    private final Keyboard keyboard = new Keyboard();
    private int mode;
    private int buffer;
    private boolean full;
    private boolean system;
    private boolean lastWasCommand;
    /** The command whose byte is to come through the data port, or {@link #NOTHING}. */
    private int command = NOTHING;

    /** Makes a controller with a keyboard. */
    public KeyboardController(
            String name,
            Clock clock,
            long clockHertz,
            AddressLine20 line20,
            InterruptLine interrupt,
            Runnable systemReset) {
        this.name = name;
        this.line20 = line20;
        this.interrupt = interrupt;
        this.systemReset = systemReset;
        byteTime = Math.max(1, clockHertz / BYTES_A_SECOND);
        line = clock.alarm(name, this::arrive);
        mode = MODE_TRANSLATES | MODE_INTERRUPT;
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
        return switch (register.offset() >>> 2 & 0x3F) {
            case 0 -> buffer;
            case 1 -> peek(1);
            case 2 -> mode;
            default -> outputPort();
        };
    }

    /** Types a text: what a person would press for it on a US keyboard. Characters that it does not have are left out. */
    @Override
    public void receive(byte[] bytes) {
        keyboard.type(bytes);
        schedule();
    }

    /** Presses and releases keys by the bytes of scan code set 2. */
    public void receiveScanCodes(byte[] bytes) {
        keyboard.send(bytes);
        schedule();
    }

    // ---- from the keyboard ----

    private void schedule() {
        boolean may = !full && (mode & MODE_DISABLED) == 0;
        if (may && keyboard.hasByte() && !line.isSet()) {
            line.setAfter(byteTime);
        }
    }

    private void arrive() {
        if (!full && (mode & MODE_DISABLED) == 0 && keyboard.hasByte()) {
            boolean translates = (mode & MODE_TRANSLATES) != 0;
            put(translates ? keyboard.takeTranslated() : keyboard.take());
        }
        schedule();
    }

    private void put(int value) {
        buffer = value;
        full = true;
        drive();
    }

    private void drive() {
        interrupt.set(full && (mode & MODE_INTERRUPT) != 0);
    }

    // ---- ports ----

    @Override
    public int peek(int offset) {
        if (offset == DATA) {
            return buffer;
        }
        return UNLOCKED | (full ? FULL : 0) | (system ? SYSTEM : 0) | (lastWasCommand ? COMMAND : 0);
    }

    @Override
    public int in(int offset) {
        int value = peek(offset);
        if (offset == DATA) {
            full = false;
            drive();
            schedule();
        }
        return value;
    }

    @Override
    public void out(int offset, int value) {
        lastWasCommand = offset != DATA;
        if (offset == DATA) {
            data(value);
        } else {
            command = NOTHING;
            command(value);
        }
        schedule();
    }

    private void data(int value) {
        int expected = command;
        command = NOTHING;
        switch (expected) {
            case 0x60 -> {
                mode = value;
                system = (value & MODE_SYSTEM) != 0;
                drive();
            }
            case 0xD1 -> setOutputPort(value);
            case 0xD2 -> put(value);
            case 0xD3, 0xD4 -> {
                // There is no second device.
            }
            default -> {
                // Writing to the keyboard switches its line on.
                mode &= ~MODE_DISABLED;
                keyboard.command(value);
            }
        }
    }

    private void command(int value) {
        switch (value) {
            case 0x20 -> put(mode);
            case 0x60, 0xD1, 0xD2, 0xD3, 0xD4 -> command = value;
            case 0xA9 -> put(0x04);
            case 0xAA -> {
                system = true;
                mode |= MODE_SYSTEM;
                put(0x55);
            }
            case 0xAB -> put(0x00);
            case 0xAD -> mode |= MODE_DISABLED;
            case 0xAE -> mode &= ~MODE_DISABLED;
            case 0xC0 -> put(0x80);
            case 0xD0 -> put(outputPort());
            case 0xDD -> line20.set(false);
            case 0xDF -> line20.set(true);
            default -> {
                if (value >= 0xF0 && (value & 1) == 0) {
                    systemReset.run();
                }
            }
        }
    }

    private int outputPort() {
        return 0x01 | (line20.isOn() ? 0x02 : 0) | (full ? 0x10 : 0);
    }

    private void setOutputPort(int value) {
        line20.set((value & 2) != 0);
        if ((value & 1) == 0) {
            systemReset.run();
        }
    }

    // ---- state ----

    @Override
    public void reset() {
        keyboard.reset();
        mode = MODE_TRANSLATES | MODE_INTERRUPT;
        buffer = 0;
        full = false;
        system = false;
        lastWasCommand = false;
        command = NOTHING;
        if (line.isSet()) {
            line.cancel();
        }
        drive();
        schedule();
    }

    @Override
    public void save(StateWriter out) {
        keyboard.save(out);
        out.words(new int[] {mode, buffer, command});
        out.flag(full);
        out.flag(system);
        out.flag(lastWasCommand);
    }

    @Override
    public void restore(StateReader in) {
        keyboard.restore(in);
        int[] values = new int[3];
        in.words(values);
        mode = values[0];
        buffer = values[1];
        command = values[2];
        full = in.flag();
        system = in.flag();
        lastWasCommand = in.flag();
    }
}
