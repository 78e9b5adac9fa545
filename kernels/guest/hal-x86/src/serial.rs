//! The first serial port, a 16550, without interrupts.   @board PC16550D data sheet

use common::text::Sink;

use crate::port;

const BASE: u16 = 0x3F8;
const INTERRUPT_ENABLE: u16 = BASE + 1;
const FIFO_CONTROL: u16 = BASE + 2;
const LINE_CONTROL: u16 = BASE + 3;
const MODEM_CONTROL: u16 = BASE + 4;
const LINE_STATUS: u16 = BASE + 5;

const CAN_SEND: u8 = 1 << 5;
const DIVISOR_LATCH: u8 = 1 << 7;
const EIGHT_BITS: u8 = 3;

/// The port as a place for text.
pub struct Serial;

impl Serial {
    /// Sets 115,200 bits a second, eight bits, no parity.
    pub fn start() {
        // SAFETY: the ports are those of the serial port, and nobody else has it.
        unsafe {
            port::write_u8(INTERRUPT_ENABLE, 0);
            port::write_u8(LINE_CONTROL, DIVISOR_LATCH);
            port::write_u8(BASE, 1);
            port::write_u8(BASE + 1, 0);
            port::write_u8(LINE_CONTROL, EIGHT_BITS);
            port::write_u8(FIFO_CONTROL, 0x07);
            port::write_u8(MODEM_CONTROL, 0x03);
        }
    }
}

impl Sink for Serial {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            // SAFETY: as above.
            unsafe {
                while port::read_u8(LINE_STATUS) & CAN_SEND == 0 {}
                port::write_u8(BASE, *byte);
            }
        }
    }
}
