//! The device that ends the machine: a write of `n` to port 0xF4 ends it with the exit code `2n + 1`.

use crate::{control, port};

const EXIT_PORT: u16 = 0xF4;

/// Ends the machine with the exit code `2 * value + 1`.
pub fn exit(value: u32) -> ! {
    // SAFETY: nothing is relied on any more.
    unsafe { port::write_u32(EXIT_PORT, value) };
    loop {
        control::halt();
    }
}
