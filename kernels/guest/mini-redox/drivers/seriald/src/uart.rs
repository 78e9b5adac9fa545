//! The device: a UART of the 16550 kind at the ports of COM1.   @board 16550 (National Semiconductor)

use redox_runtime::port::PortRights;

const DATA: u16 = 0x3F8;
const INTERRUPT_ENABLE: u16 = DATA + 1;
const FIFO_CONTROL: u16 = DATA + 2;
const LINE_CONTROL: u16 = DATA + 3;
const MODEM_CONTROL: u16 = DATA + 4;
const LINE_STATUS: u16 = DATA + 5;

const RECEIVED: u8 = 0x01;
const TRANSMITTER_EMPTY: u8 = 0x20;
/// Eight bits, no parity, one stop bit.
const EIGHT_BITS: u8 = 0x03;
/// Terminal ready, request to send, and OUT2, which lets the interrupt out to the controller.
const READY: u8 = 0x0B;

/// The port, and the right to use it.
pub struct Uart {
    ports: PortRights,
}

impl Uart {
    /// Makes it interrupt when a byte has come.
    pub fn start(ports: PortRights) -> Self {
        ports.output(LINE_CONTROL, EIGHT_BITS);
        ports.output(FIFO_CONTROL, 1);
        ports.output(MODEM_CONTROL, READY);
        ports.output(INTERRUPT_ENABLE, RECEIVED);
        Uart { ports }
    }

    /// The next byte that has come.
    pub fn receive(&self) -> Option<u8> {
        let is_there = self.ports.input(LINE_STATUS) & RECEIVED != 0;
        is_there.then(|| self.ports.input(DATA))
    }

    /// Sends a byte as soon as there is room for it.
    pub fn send(&self, byte: u8) {
        while self.ports.input(LINE_STATUS) & TRANSMITTER_EMPTY == 0 {}
        self.ports.output(DATA, byte);
    }
}
