//! What both benchmarks of the Cortex-M need: the serial port, and the first frame of what runs unprivileged.
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

use common::text::Sink;
use hal_cortexm::register::Register;
use hal_cortexm::semihosting;

/// CMSDK UART 0.   @board DDI 0479 4.3, AN385
#[repr(C)]
struct Uart {
    data: Register,
    state: Register,
    control: Register,
    interrupt: Register,
    baud_divider: Register,
}

/// The serial port as a place for text.
pub struct Serial(&'static Uart);

impl Serial {
    /// Switches the sender on.
    pub fn start() -> Self {
        // SAFETY: the board has a UART here.
        let uart = unsafe { &*(0x4000_4000 as *const Uart) };
        uart.baud_divider.set(16);
        uart.control.set(1);
        Serial(uart)
    }
}

impl Sink for Serial {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            while self.0.state.get() & 1 != 0 {}
            self.0.data.set(*byte as u32);
        }
    }
}

/// Gives up.
pub fn give_up(why: &str) -> ! {
    let mut out = Serial::start();
    out.text("bench: ");
    out.text(why);
    out.text("\n");
    semihosting::exit(false)
}

/// Writes the exception frame from which `start` begins to run; returns its address, the first stack pointer.
///
/// # Safety
/// `frame` must be eight words that nobody else uses.
pub unsafe fn first_frame(frame: *mut u32, start: extern "C" fn()) -> u32 {
    // SAFETY: the caller knows.
    unsafe {
        frame.add(6).write((start as *const () as u32) & !1); // pc
        frame.add(7).write(1 << 24); // xpsr: Thumb
    }
    frame as u32
}
