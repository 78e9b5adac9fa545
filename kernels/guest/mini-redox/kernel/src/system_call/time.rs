//! Time: the ticks of the timer since the start, and sleep until one of them.

use redox_abi::error::{Result, EINVAL};
use redox_abi::flag::{CLOCK_MONOTONIC, CLOCK_REALTIME};
use redox_abi::record::TimeSpec;

use crate::context::scheduler::block_until;
use crate::context::Reason;
use crate::kernel::KERNEL;
use crate::memory::user::UserSlice;

const NANOSECONDS: u64 = 1_000_000_000;
const RECORD: u64 = core::mem::size_of::<TimeSpec>() as u64;

/// A time in nanoseconds as a record.
pub fn record_of(nanoseconds: u64) -> TimeSpec {
    TimeSpec { seconds: nanoseconds / NANOSECONDS, nanoseconds: nanoseconds % NANOSECONDS }
}

/// Both clocks count from the start: there is no other time in the machine.
pub fn get(clock: u64, address: u64) -> Result<u64> {
    if clock != CLOCK_MONOTONIC && clock != CLOCK_REALTIME {
        return Err(EINVAL);
    }
    let now = KERNEL.with(|kernel| kernel.contexts.now());
    UserSlice::new(address, RECORD)?.write_record(&record_of(now))?;
    Ok(0)
}

/// Sleeps for the time at `address`; a signal ends it, and what is left goes to `left`, if that is not 0.
pub fn sleep(address: u64, left: u64) -> Result<u64> {
    let time: TimeSpec = UserSlice::new(address, RECORD)?.read_record()?;
    if time.nanoseconds >= NANOSECONDS {
        return Err(EINVAL);
    }
    let length = time.seconds.checked_mul(NANOSECONDS).and_then(|all| all.checked_add(time.nanoseconds)).ok_or(EINVAL)?;
    let end = KERNEL.with(|kernel| kernel.contexts.now()).checked_add(length).ok_or(EINVAL)?;
    while KERNEL.with(|kernel| kernel.contexts.now()) < end {
        if let Err(error) = block_until(Reason::Sleep, end, end) {
            if left != 0 {
                let now = KERNEL.with(|kernel| kernel.contexts.now());
                UserSlice::new(left, RECORD)?.write_record(&record_of(end.saturating_sub(now)))?;
            }
            return Err(error);
        }
    }
    Ok(0)
}
