//! The scheme `time`: clocks that can be read, and that tell when a time has come.
//!
//! A read gives the time; a write of a time arms the file, and an event says when that time is over.

use redox_abi::error::{Result, EBADF, ENOENT, ENOMEM};
use redox_abi::flag::{CLOCK_MONOTONIC, CLOCK_REALTIME, EVENT_READ};
use redox_abi::record::TimeSpec;

use super::event::trigger;
use super::{id, Caller, Opened, Scheme};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// How many files there can be.
pub const MOST_TIMERS: usize = 16;
const NANOSECONDS: u64 = 1_000_000_000;

/// An open file; its number is its place, counted from 1. Both clocks begin with the machine.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Timer {
    /// Which clock; 0 if this entry is free.
    pub clock: u64,
    /// The time in nanoseconds for which it is armed; 0 if it is not.
    pub deadline: u64,
}

impl Timer {
    pub const FREE: Timer = Timer { clock: 0, deadline: 0 };
}

fn timer(kernel: &mut Kernel, file: u64) -> Result<&mut Timer> {
    kernel.schemes.timers.get_mut((file as usize).wrapping_sub(1)).filter(|each| each.clock != 0).ok_or(EBADF)
}

/// What each tick of the timer calls.
pub fn tick() {
    KERNEL.with(|kernel| {
        let now = kernel.contexts.now();
        for place in 0..MOST_TIMERS {
            let timer = &mut kernel.schemes.timers[place];
            if timer.deadline != 0 && timer.deadline <= now {
                timer.deadline = 0;
                trigger(kernel, id::TIME, place as u64 + 1, EVENT_READ);
            }
        }
    });
}

/// The scheme itself.
pub struct Time;

impl Scheme for Time {
    fn open(&self, path: &[u8], _flags: u64, _caller: Caller) -> Result<Opened> {
        let clock: u64 = core::str::from_utf8(path).ok().and_then(|text| text.parse().ok()).ok_or(ENOENT)?;
        if ![CLOCK_REALTIME, CLOCK_MONOTONIC].contains(&clock) {
            return Err(ENOENT);
        }
        KERNEL.with(|kernel| {
            let timers = &mut kernel.schemes.timers;
            let place = timers.iter().position(|each| each.clock == 0).ok_or(ENOMEM)?;
            timers[place] = Timer { clock, deadline: 0 };
            Ok(Opened::Own(place as u64 + 1))
        })
    }

    fn read(&self, _file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        let now = KERNEL.with(|kernel| kernel.contexts.now());
        buffer.write_record(&TimeSpec { seconds: now / NANOSECONDS, nanoseconds: now % NANOSECONDS })
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        let time = buffer.read_record::<TimeSpec>()?;
        let deadline = time.seconds.saturating_mul(NANOSECONDS).saturating_add(time.nanoseconds);
        KERNEL.with(|kernel| {
            timer(kernel, file)?.deadline = deadline.max(1);
            Ok(size_of::<TimeSpec>() as u64)
        })
    }

    fn close(&self, file: u64) {
        KERNEL.with(|kernel| {
            if let Ok(timer) = timer(kernel, file) {
                *timer = Timer::FREE;
            }
        });
    }

    fn event(&self, _file: u64, _flags: u64) -> Result<u64> {
        Ok(0)
    }
}
