//! Writing lines.

use core::cell::Cell;

use common::text::Sink;

use crate::calls;

const DRIVER: u32 = 1;
const WRITE: u32 = 1;

/// Room for one line.
pub struct Line {
    bytes: [u8; 64],
    length: usize,
}

impl Line {
    pub fn new() -> Self {
        Line { bytes: [0; 64], length: 0 }
    }

    /// Prints what has been collected.
    pub fn print(&self) {
        print(self.bytes.get(..self.length).unwrap_or(&[]));
    }
}

impl Sink for Line {
    fn put(&mut self, bytes: &[u8]) {
        for (target, source) in self.bytes.iter_mut().skip(self.length).zip(bytes) {
            *target = *source;
            self.length += 1;
        }
    }
}

/// Sends bytes to the console and waits until they have gone: allow, subscribe, command, yield.
pub fn print(bytes: &[u8]) {
    let is_done = Cell::new(false);
    // SAFETY: both the buffer and the cell outlive this function's last two calls, which take them back.
    unsafe {
        let is_started = calls::allow_read_only(DRIVER, WRITE, bytes)
            .and_then(|_| calls::subscribe(DRIVER, WRITE, Some(written), &raw const is_done as u32))
            .and_then(|_| calls::command(DRIVER, WRITE, bytes.len() as u32, 0))
            .is_ok();
        while is_started && !is_done.get() {
            calls::yield_wait();
        }
        let _ = calls::subscribe(DRIVER, WRITE, None, 0);
        let _ = calls::allow_read_only(DRIVER, WRITE, &[]);
    }
}

extern "C" fn written(_count: u32, _: u32, _: u32, is_done: u32) {
    // SAFETY: `print` gave the address of its cell, and waits for us.
    unsafe { (*(is_done as *const Cell<bool>)).set(true) }
}
