//! Waiting for a while.

use core::cell::Cell;

use crate::calls;

const DRIVER: u32 = 0;
const EXPIRED: u32 = 0;
const FREQUENCY: u32 = 1;
const SET_RELATIVE: u32 = 5;

/// Gives up the CPU for so many milliseconds.
pub fn sleep(milliseconds: u32) {
    let has_expired = Cell::new(false);
    // SAFETY: the cell outlives this function's last call, which takes it back.
    unsafe {
        let is_set = calls::subscribe(DRIVER, EXPIRED, Some(expired), &raw const has_expired as u32)
            .and_then(|_| calls::command(DRIVER, FREQUENCY, 0, 0))
            .and_then(|hertz| calls::command(DRIVER, SET_RELATIVE, hertz / 1000 * milliseconds, 0))
            .is_ok();
        while is_set && !has_expired.get() {
            calls::yield_wait();
        }
        let _ = calls::subscribe(DRIVER, EXPIRED, None, 0);
    }
}

extern "C" fn expired(_now: u32, _due: u32, _: u32, has_expired: u32) {
    // SAFETY: `sleep` gave the address of its cell, and waits for us.
    unsafe { (*(has_expired as *const Cell<bool>)).set(true) }
}
