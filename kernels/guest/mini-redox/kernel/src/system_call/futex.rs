//! Waiting for a word of memory to change. The word is known by its physical address, so that shared memory works; a page of zeros
//! becomes a page of its own first.

use redox_abi::error::{Result, EAGAIN, EINVAL};
use redox_abi::flag::{FUTEX_WAIT, FUTEX_WAKE};

use crate::context::scheduler::block;
use crate::context::Reason;
use crate::kernel::KERNEL;
use crate::memory::fault::Access;
use crate::memory::space::SpaceId;
use crate::memory::user::UserSlice;
use crate::memory::PAGE;

/// Waits if the word at `address` still is `value`, or wakes at most `value` of those who wait there.
pub fn operate(address: u64, operation: u64, value: u64) -> Result<u64> {
    if address % 4 != 0 {
        return Err(EINVAL);
    }
    let word: u32 = UserSlice::new(address, 4)?.read_record()?;
    let physical = KERNEL.with(|kernel| {
        let id = SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EINVAL)?;
        let frame = kernel.spaces.make_present(&mut kernel.frames, id, address, Access::Write)?;
        Ok(frame.0 + address % PAGE)
    })?;
    match operation {
        FUTEX_WAIT if word as u64 != value => Err(EAGAIN),
        FUTEX_WAIT => block(Reason::Futex, physical).map(|()| 0),
        FUTEX_WAKE => Ok(KERNEL.with(|kernel| kernel.contexts.wake_some(Reason::Futex, physical, value))),
        _ => Err(EINVAL),
    }
}
