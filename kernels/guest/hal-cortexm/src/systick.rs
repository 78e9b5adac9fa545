//! The system timer, used as the clock of time slices.   @arm B3.3

use core::cell::Cell;

use crate::register::Register;

#[repr(C)]
struct SysTickRegisters {
    control: Register,
    reload: Register,
    current: Register,
    calibration: Register,
}

const ENABLE: u32 = 1 << 0;
const INTERRUPT: u32 = 1 << 1;
const PROCESSOR_CLOCK: u32 = 1 << 2;
const COUNT_FLAG: u32 = 1 << 16;

fn registers() -> &'static SysTickRegisters {
    // SAFETY: the architecture puts the timer at this address in every ARMv7-M.
    unsafe { &*(0xE000_E010 as *const SysTickRegisters) }
}

/// Counts one time slice down. It counts from `start` on, also while the kernel works for the process; it may
/// interrupt only while it is armed, that is while the process runs.
#[repr(C)]
pub struct SliceTimer {
    ticks_per_microsecond: u32,
    /// Latches the hardware's count flag, which a read clears.
    has_expired: Cell<bool>,
}

impl SliceTimer {
    /// A timer for a CPU of so many megahertz.
    pub const fn new(megahertz: u32) -> Self {
        SliceTimer { ticks_per_microsecond: megahertz, has_expired: Cell::new(false) }
    }

    /// Clears the timer and starts it.
    pub fn start(&self, microseconds: u32) {
        let timer = registers();
        self.reset();
        timer.reload.set((microseconds * self.ticks_per_microsecond).saturating_sub(1) & 0x00FF_FFFF);
        timer.current.set(0);
        timer.control.set(ENABLE | PROCESSOR_CLOCK);
    }

    /// Stops the timer and forgets whether it had run out.
    pub fn reset(&self) {
        registers().control.set(0);
        registers().current.set(0);
        self.has_expired.set(false);
    }

    /// Lets the timer interrupt.
    pub fn arm(&self) {
        self.set_control(ENABLE | PROCESSOR_CLOCK | INTERRUPT);
    }

    /// Keeps the timer from interrupting; it goes on counting.
    pub fn disarm(&self) {
        self.set_control(ENABLE | PROCESSOR_CLOCK);
    }

    /// Microseconds left, or none if the slice has run out.
    pub fn remaining(&self) -> Option<u32> {
        let ticks = registers().current.get();
        self.latch();
        if self.has_expired.get() {
            None
        } else {
            ticks.checked_div(self.ticks_per_microsecond)
        }
    }

    fn set_control(&self, bits: u32) {
        self.latch();
        registers().control.set(bits);
    }

    fn latch(&self) {
        if registers().control.get() & COUNT_FLAG != 0 {
            self.has_expired.set(true);
        }
    }
}
