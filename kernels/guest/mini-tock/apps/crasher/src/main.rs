//! Writes into another process's memory, on purpose. The MPU does not let it.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

use common::text::Sink;
use runtime::alarm::sleep;
use runtime::console::{print, Line};

const FIRST_PAUSE_MILLISECONDS: u32 = 35;
/// In the first block of RAM for processes, which is not ours.
const NOT_OURS: u32 = 0x2001_0400;

runtime::process!(crash);

fn crash() {
    sleep(FIRST_PAUSE_MILLISECONDS);
    let mut line = Line::new();
    line.text("crasher: writing to ");
    line.hex(NOT_OURS);
    line.text(", not mine\n");
    line.print();
    // SAFETY: there is none: this is the experiment.
    unsafe { (NOT_OURS as *mut u32).write_volatile(0xBAD) }
    print(b"crasher: still alive?\n");
}
