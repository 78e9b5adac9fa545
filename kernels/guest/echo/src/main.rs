//! Echoes lines: reads the serial port by interrupt, and repeats each line when it is complete. `quit` ends it.
//!
//! The interrupt's top half only masks the line; the loop below is the bottom half. In between the CPU sleeps.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

use core::panic::PanicInfo;

use common::text::Sink;
use hal_cortexm::instructions::{wait_for_interrupt, without_interrupts};
use hal_cortexm::nvic;
use hal_cortexm::register::Register;
use hal_cortexm::semihosting;
use hal_cortexm::vectors::{self, Vector};

#[link_section = ".vectors"]
#[used]
static VECTORS: [Vector; vectors::SYSTEM_VECTORS + 32] = vectors::table();

/// CMSDK UART 0.   @board DDI 0479 4.3, AN385
#[repr(C)]
struct Uart {
    data: Register,
    state: Register,
    control: Register,
    interrupt: Register,
    baud_divider: Register,
}

const UART_0: u32 = 0x4000_4000;
const IRQ_RECEIVED: u32 = 0;
const STATE_SEND_FULL: u32 = 1 << 0;
const STATE_RECEIVED: u32 = 1 << 1;
const CONTROL: u32 = 1 << 0 | 1 << 1 | 1 << 3; // send, receive, interrupt when received
const INTERRUPT_RECEIVED: u32 = 1 << 1;
const BAUD_DIVIDER: u32 = 25_000_000 / 115_200;

fn uart() -> &'static Uart {
    // SAFETY: the board has a UART here.
    unsafe { &*(UART_0 as *const Uart) }
}

struct Out;

impl Sink for Out {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            while uart().state.get() & STATE_SEND_FULL != 0 {}
            uart().data.set(*byte as u32);
        }
    }
}

/// The line that is being typed; what does not fit is dropped.
struct Line {
    bytes: [u8; 80],
    length: usize,
}

impl Line {
    fn take(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.length) {
            *slot = byte;
            self.length += 1;
        }
    }

    fn text(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }
}

#[no_mangle]
fn main() -> ! {
    uart().baud_divider.set(BAUD_DIVIDER);
    uart().control.set(CONTROL);
    nvic::enable(IRQ_RECEIVED);
    Out.text("echo: type a line\n");
    let mut line = Line { bytes: [0; 80], length: 0 };
    loop {
        without_interrupts(|| {
            if nvic::next_pending().is_none() {
                wait_for_interrupt();
            }
        });
        while let Some(number) = nvic::next_pending() {
            uart().interrupt.set(INTERRUPT_RECEIVED);
            while uart().state.get() & STATE_RECEIVED != 0 {
                take(&mut line, uart().data.get() as u8);
            }
            nvic::clear_pending(number);
            nvic::enable(number);
        }
    }
}

fn take(line: &mut Line, byte: u8) {
    match byte {
        b'\r' | b'\n' => {
            if line.text() == b"quit" {
                Out.text("echo: bye\n");
                semihosting::exit(true);
            }
            Out.text("echo: ");
            Out.put(line.text());
            Out.text("\n");
            line.length = 0;
        }
        _ => line.take(byte),
    }
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    Out.text("echo: panic\n");
    semihosting::exit(false)
}

#[no_mangle]
extern "C" fn kernel_fault(_configurable: u32, _hard: u32, _counter: u32) -> ! {
    Out.text("echo: fault\n");
    semihosting::exit(false)
}
