package ringside.cpu.pc.boot;

import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Width;
import ringside.cpu.pc.LocalApic;
import ringside.cpu.x86.Ports;

/**
 * The devices as the firmware of a PC leaves them: the 8259 pair at vectors 08 and 70 with timer, keyboard and clock open,
 * the timer at 18.2 Hz, the keyboard translated, the serial port's interrupt let out, the non-maskable interrupt let in, the local APIC enabled with the 8259 pair wired through it. The values
 * are those that a kernel finds under QEMU 7.2 with SeaBIOS.   @board IBM AT BIOS; MultiProcessor Specification 3.6.2
 */
final class FirmwareSetup {
    static final long BIOS_DATA = 0x400;

    // spotless:off
    /** Port and byte, in the order in which firmware writes them. */
    private static final int[][] WRITES = {
        {0x20, 0x11}, {0x21, 0x08}, {0x21, 0x04}, {0x21, 0x01}, {0x21, 0xB8},
        {0xA0, 0x11}, {0xA1, 0x70}, {0xA1, 0x02}, {0xA1, 0x01}, {0xA1, 0x8E},
        {0x43, 0x34}, {0x40, 0x00}, {0x40, 0x00},
        {0x64, 0x60}, {0x60, 0x65}, {0x3FC, 0x08}, {0x70, 0x0D},
    };
    // spotless:on

    private FirmwareSetup() {}

    static void program(Ports ports, Bus bus) {
        for (int[] write : WRITES) {
            ports.out(write[0], 1, write[1]);
        }
        bus.store(LocalApic.DEFAULT_BASE + 0x0F0, Width.WORD, 0x1FF);
        bus.store(LocalApic.DEFAULT_BASE + 0x350, Width.WORD, 0x8700);
        bus.store(LocalApic.DEFAULT_BASE + 0x360, Width.WORD, 0x8400);
    }

    /** The data area at segment 40: one serial port, 639 KiB, text mode 3. */
    static byte[] biosData() {
        ByteWriter out = new ByteWriter();
        out.put(0x00, 2, 0x3F8);
        out.put(0x0E, 2, 0x9FC0);
        out.put(0x10, 2, 0x0222);
        out.put(0x13, 2, 639);
        out.put(0x49, 1, 3);
        out.put(0x4A, 2, 80);
        out.put(0x4C, 2, 0x1000);
        out.put(0x63, 2, 0x3D4);
        out.put(0x84, 1, 24);
        out.put(0x85, 2, 16);
        out.put(0xFF, 1, 0);
        return out.toByteArray();
    }
}
