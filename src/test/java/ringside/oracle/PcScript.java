package ringside.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A script of accesses to the devices of a PC whose outcome does not depend on time: written as assembler data for
 * {@code pc.s}, and as text that names each access which prints something.
 *
 * <p>A script either plays with the serial port's registers or lets it make requests for the interrupt controllers. Not
 * both: QEMU remembers requests that go away again, and lets them out without OUT2, which the data sheets do not.
 */
final class PcScript {
    private static final long LOCAL_APIC = 0xFEE0_0000L;
    private static final long IO_APIC = 0xFEC0_0000L;

    private final StringBuilder data = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final Random random;

    PcScript(long seed) {
        random = new Random(seed);
        serialInterrupts();
        boolean requests = seed % 2 != 0;
        out(0x21, requests ? 0xEF : 0xFF);
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    if (requests) {
                        interruptControllers();
                    } else {
                        serialPort();
                    }
                }
                case 2 -> localApic();
                case 3 -> ioApic();
                case 4 -> smaller();
                default -> timerStatus();
            }
        }
        step(0, 0, 0);
    }

    /** The script as assembler data. */
    String data() {
        return data.toString();
    }

    /** What each printed value is, but for vectors. */
    List<String> names() {
        return names;
    }

    private void step(int operation, long address, long value) {
        data.append(".long ")
                .append(operation)
                .append(", ")
                .append(address)
                .append(", ")
                .append(value)
                .append('\n');
    }

    private void out(int port, int value) {
        step(1, port, value);
    }

    private void in(String name, int port, int mask) {
        step(2, port, mask);
        names.add(name + " port " + Integer.toHexString(port));
    }

    private void store(long address, int value) {
        step(3, address, value & 0xFFFF_FFFFL);
    }

    private void load(String name, long address, int mask) {
        step(4, address, mask & 0xFFFF_FFFFL);
        names.add(name + " at " + Long.toHexString(address));
    }

    private void letInterruptsIn(String name) {
        step(5, 0, 0);
        names.add(name + ": interrupts");
    }

    private int any(int... values) {
        return values[random.nextInt(values.length)];
    }

    /** The serial port is what makes requests: its transmitter interrupts when it is enabled. */
    private void serialInterrupts() {
        out(0x43, 0x30);
        out(0x40, 0xFF);
        out(0x40, 0xFF);
        out(0x64, 0xAD);
        initialize(0x20, 0x04, 0x20, 0x01);
        initialize(0xA0, 0x02, 0x28, 0x01);
        out(0x21, 0xEF);
        out(0xA1, 0xFF);
        out(0x3FC, 0x0B);
        out(0x3FB, 0x03);
        store(LOCAL_APIC + 0xF0, 0x1FF);
        store(LOCAL_APIC + 0x350, 0x700);
    }

    private void initialize(int port, int cascade, int base, int word4) {
        out(port, 0x11);
        out(port + 1, base);
        out(port + 1, cascade);
        out(port + 1, word4);
    }

    /** A request of the serial port, as an edge. */
    private void request() {
        out(0x3F9, 0x00);
        out(0x3F9, 0x02);
    }

    private void interruptControllers() {
        switch (random.nextInt(8)) {
            case 0 -> {
                initialize(0x20, 0x04, 0x20, any(0x01, 0x03));
                // The timer's request depends on time.
                out(0x21, 0xEF);
            }
            case 1 -> out(0x21, any(0xEF, 0xFF, 0xCF));
            case 2 -> out(0x20, any(0x20, 0x20, 0x64, 0x60, 0xA0, 0xE4, 0xC3, 0x40));
            case 3 -> out(0x20, any(0x68, 0x48));
            case 4 -> request();
            default -> {
                // Look only.
            }
        }
        out(0x20, 0x0A);
        in("8259 requests", 0x20, 0x10);
        out(0x20, 0x0B);
        in("8259 in service", 0x20, 0xFF);
        in("8259 mask", 0x21, 0xFF);
        letInterruptsIn("8259");
    }

    private void serialPort() {
        switch (random.nextInt(6)) {
            case 0 -> out(0x3FC, any(0x0B, 0x1B, 0x1A, 0x1F));
            case 1 -> out(0x3FA, any(0x00, 0x01, 0x07, 0x81));
            case 2 -> out(0x3F9, random.nextInt(16) & ~1);
            case 3 -> {
                out(0x3FC, 0x1B);
                out(0x3F8, random.nextInt(256));
                in("serial status after a byte", 0x3FD, 0x01);
                in("serial data", 0x3F8, 0xFF);
                out(0x3FC, 0x0B);
            }
            case 4 -> out(0x3FF, random.nextInt(256));
            default -> {
                out(0x3FB, 0x83);
                out(0x3F8, random.nextInt(256));
                out(0x3F9, random.nextInt(256));
                in("serial divisor", 0x3F8, 0xFF);
                in("serial divisor", 0x3F9, 0xFF);
                out(0x3FB, 0x03);
            }
        }
        for (int port : new int[] {0x3F9, 0x3FB, 0x3FC, 0x3FF}) {
            in("serial register", port, 0xFF);
        }
        in("serial modem status", 0x3FE, 0xF0);
    }

    private void localApic() {
        switch (random.nextInt(6)) {
            case 0 -> store(LOCAL_APIC + 0x80, random.nextInt(256));
            case 1 -> store(LOCAL_APIC + 0xB0, 0);
            case 2 -> store(LOCAL_APIC + 0x300, 0x4_0000 | 0x30 + random.nextInt(0xC0));
            case 3 -> store(LOCAL_APIC + any(0x320, 0x360, 0x370), any(0x1_0030, 0x40, 0x1_00FF));
            case 4 -> store(LOCAL_APIC + 0x3E0, any(0, 1, 2, 3, 8, 9, 10, 11));
            default -> store(LOCAL_APIC + 0xD0, random.nextInt(256) << 24);
        }
        for (int register : new int[] {0x80, 0xA0, 0xD0, 0xF0, 0x320, 0x360, 0x370, 0x3E0}) {
            load("local APIC", LOCAL_APIC + register, -1);
        }
        for (int register = 0x110; register < 0x180; register += 0x10) {
            load("local APIC in service", LOCAL_APIC + register, -1);
            load("local APIC requests", LOCAL_APIC + register + 0x100, -1);
        }
        letInterruptsIn("local APIC");
    }

    private void ioApic() {
        int entry = 0x10 + 2 * (8 + random.nextInt(8));
        store(IO_APIC, entry);
        store(IO_APIC + 0x10, 0x1_0000 | random.nextInt() & 0xAFFF);
        load("I/O APIC entry", IO_APIC + 0x10, -1);
        store(IO_APIC, entry + 1);
        store(IO_APIC + 0x10, random.nextInt() & 0xFF00_0000);
        load("I/O APIC destination", IO_APIC + 0x10, -1);
    }

    private void smaller() {
        int cell = 0x40 + random.nextInt(0x10);
        out(0x70, cell);
        out(0x71, random.nextInt(256));
        in("CMOS memory", 0x71, 0xFF);
        out(0x70, any(0x0D, 0x0F, 0x32, 0x15, 0x16));
        in("CMOS", 0x71, 0xFF);
        out(0x3D4, any(0x0A, 0x0B, 0x0E, 0x0F));
        out(0x3D5, random.nextInt(256) & 0x1F);
        in("display", 0x3D5, 0xFF);
        in("line 20", 0x92, 0xFF);
    }

    private void timerStatus() {
        int mode = any(0, 2, 3, 4);
        int access = any(1, 2, 3);
        out(0x43, 0x80 | access << 4 | mode << 1);
        out(0x43, 0xE8);
        in("8254 status before a count", 0x42, 0x3F);
        out(0x61, random.nextInt(4));
        in("system control", 0x61, 0x03);
    }
}
