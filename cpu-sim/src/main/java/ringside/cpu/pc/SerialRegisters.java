package ringside.cpu.pc;

import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;

/** The declared registers of a 16550. @board PC16550D Table II */
final class SerialRegisters {
    static final RegisterMap MAP = RegisterMap.of(
            "PC16550D",
            at(0, 0, "RBR", Access.READ_ONLY, 0, "Byte received"),
            at(1, 1, "IER", Access.READ_WRITE, 0, "Interrupts enabled")
                    .bit(3, "EDSSI", "modem status")
                    .bit(2, "ELSI", "line status")
                    .bit(1, "ETBEI", "transmitter empty")
                    .bit(0, "ERBFI", "data received"),
            at(2, 2, "IIR", Access.READ_ONLY, 1, "Interrupt of the highest priority")
                    .field(7, 6, "FIFO", "3 if the FIFOs are on")
                    .field(3, 1, "ID", "3 errors, 2 data, 6 time-out, 1 transmitter, 0 modem")
                    .bit(0, "NONE", "no interrupt"),
            at(2, 3, "FCR", Access.WRITE_ONLY, 0, "FIFO control")
                    .field(7, 6, "TRIGGER", "1, 4, 8 or 14 bytes")
                    .bit(0, "ENABLE", "FIFOs on"),
            at(3, 4, "LCR", Access.READ_WRITE, 0, "Line control")
                    .bit(7, "DLAB", "ports 0 and 1 are the divisor")
                    .bit(6, "BREAK", "send a break")
                    .bit(4, "EPS", "even parity")
                    .bit(3, "PEN", "parity")
                    .bit(2, "STB", "two stop bits")
                    .field(1, 0, "WLS", "data bits less 5"),
            at(4, 5, "MCR", Access.READ_WRITE, 0, "Modem control")
                    .bit(4, "LOOP", "loopback")
                    .bit(3, "OUT2", "lets the interrupt out")
                    .bit(2, "OUT1", "output 1")
                    .bit(1, "RTS", "request to send")
                    .bit(0, "DTR", "terminal ready"),
            at(5, 6, "LSR", Access.READ_ONLY, 0x60, "Line status")
                    .bit(6, "TEMT", "transmitter empty")
                    .bit(5, "THRE", "transmit buffer empty")
                    .bit(4, "BI", "break")
                    .bit(1, "OE", "overrun")
                    .bit(0, "DR", "data received"),
            at(6, 7, "MSR", Access.READ_ONLY, 0xB0, "Modem status")
                    .bit(7, "DCD", "carrier")
                    .bit(6, "RI", "ring")
                    .bit(5, "DSR", "data set ready")
                    .bit(4, "CTS", "clear to send")
                    .field(3, 0, "DELTA", "changes"),
            at(7, 8, "SCR", Access.READ_WRITE, 0, "Scratch"),
            at(0, 9, "DL", Access.READ_WRITE, 12, "Divisor of 115,200 bits a second"));

    private SerialRegisters() {}

    private static Register at(int port, int index, String name, Access access, int resetValue, String meaning) {
        return Register.at(port << 8 | 4 * index, name, access, resetValue, meaning);
    }

    /** The index of a register in the declaration. */
    static int index(Register register) {
        return register.offset() >>> 2 & 0x3F;
    }
}
