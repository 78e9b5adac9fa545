//! CMSDK APB UART: one byte at a time, an interrupt when it has been sent.   @board DDI 0479 4.3

use core::cell::Cell;

use common::text::Sink;
use hal_cortexm::register::Register;
use kernel::cells::{OptionalCell, TakeCell};
use kernel::error::ErrorCode;
use kernel::hil::{Transmit, TransmitClient};

/// The register block.
#[repr(C)]
pub struct UartRegisters {
    data: Register,
    state: Register,
    control: Register,
    /// Read: which interrupts are raised. Write ones: clear them.
    interrupt: Register,
    baud_divider: Register,
}

const STATE_SEND_FULL: u32 = 1 << 0;
const CONTROL_SEND: u32 = 1 << 0;
const CONTROL_SEND_INTERRUPT: u32 = 1 << 2;
const INTERRUPT_SENT: u32 = 1 << 0;

/// The driver.
pub struct Uart {
    registers: &'static UartRegisters,
    buffer: TakeCell<[u8]>,
    length: Cell<usize>,
    sent: Cell<usize>,
    client: OptionalCell<&'static dyn TransmitClient>,
}

impl Uart {
    /// A UART at `base`.
    ///
    /// # Safety
    /// There must be one, and nobody else may use it.
    pub unsafe fn new(base: u32) -> Self {
        Uart {
            // SAFETY: passed on to our caller.
            registers: unsafe { &*(base as *const UartRegisters) },
            buffer: TakeCell::empty(),
            length: Cell::new(0),
            sent: Cell::new(0),
            client: OptionalCell::empty(),
        }
    }

    /// Switches the sender on, with `divider` clocks a bit.
    pub fn enable(&self, divider: u32) {
        self.registers.baud_divider.set(divider);
        self.registers.control.set(CONTROL_SEND | CONTROL_SEND_INTERRUPT);
    }

    /// The bottom half: one byte has gone, send the next or give the buffer back.
    pub fn handle_sent(&self) {
        self.registers.interrupt.set(INTERRUPT_SENT);
        let Some(buffer) = self.buffer.take() else { return };
        self.sent.set(self.sent.get() + 1);
        if self.sent.get() < self.length.get() {
            self.send_byte(buffer);
        } else if let Some(client) = self.client.get() {
            client.transmitted(buffer, self.length.get());
        }
    }

    fn send_byte(&self, buffer: &'static mut [u8]) {
        if let Some(byte) = buffer.get(self.sent.get()) {
            self.registers.data.set(*byte as u32);
        }
        self.buffer.put(buffer);
    }

    /// For last words only: waits for each byte, without interrupts.
    pub fn synchronous(&self) -> impl Sink + '_ {
        Synchronous(self.registers)
    }
}

impl Transmit for Uart {
    fn set_transmit_client(&self, client: &'static dyn TransmitClient) {
        self.client.set(client);
    }

    fn transmit(&self, buffer: &'static mut [u8], length: usize) -> Result<(), (ErrorCode, &'static mut [u8])> {
        if !self.buffer.is_empty() {
            return Err((ErrorCode::Busy, buffer));
        }
        if length == 0 || length > buffer.len() {
            return Err((ErrorCode::Size, buffer));
        }
        self.length.set(length);
        self.sent.set(0);
        self.send_byte(buffer);
        Ok(())
    }
}

struct Synchronous<'a>(&'a UartRegisters);

impl Sink for Synchronous<'_> {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            while self.0.state.get() & STATE_SEND_FULL != 0 {}
            self.0.data.set(*byte as u32);
        }
    }
}
