//! Changes of the caller's own address space.

use redox_abi::error::{Result, EINVAL};
use redox_abi::flag::{PROTECT_EXECUTE, PROTECT_READ, PROTECT_WRITE};

use crate::kernel::KERNEL;
use crate::memory::pages;
use crate::memory::space::SpaceId;
use crate::memory::table::Protection;
use crate::scheme;

/// What the flags of a call allow.
pub fn protection_of(flags: u64) -> Protection {
    [(PROTECT_READ, Protection::READ), (PROTECT_WRITE, Protection::WRITE), (PROTECT_EXECUTE, Protection::EXECUTE)]
        .into_iter()
        .filter(|(flag, _)| flags & flag != 0)
        .fold(Protection(0), |all, (_, one)| all.with(one))
}

/// Changes what may be done with a range.
pub fn protect(address: u64, bytes: u64, flags: u64) -> Result<u64> {
    KERNEL.with(|kernel| {
        let id = SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EINVAL)?;
        kernel.spaces.get(id).protect(&mut kernel.frames, address, pages(bytes), protection_of(flags))?;
        Ok(0)
    })
}

/// Takes a range away; the schemes that lent parts of it are told.
pub fn unmap(address: u64, bytes: u64) -> Result<u64> {
    scheme::unmap(address, pages(bytes))
}
