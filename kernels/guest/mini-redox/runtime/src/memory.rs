//! Mapped memory, which somebody else may see or change: another process, or a device.

use core::sync::atomic::{AtomicU16, AtomicU32, AtomicU64, AtomicU8};

use redox_abi::error::Result;
use redox_abi::flag::{MAP_SHARED, PROTECT_READ, PROTECT_WRITE};
use redox_abi::record::Map;

use crate::call;
use crate::file::File;

/// A cell that may change behind the compiler's back.
///
/// # Safety
/// Any bytes are a value of it, and others may change it.
pub unsafe trait Cell {}

// SAFETY: atomics are made for this.
unsafe impl Cell for AtomicU8 {}
// SAFETY: as above.
unsafe impl Cell for AtomicU16 {}
// SAFETY: as above.
unsafe impl Cell for AtomicU32 {}
// SAFETY: as above.
unsafe impl Cell for AtomicU64 {}

/// Pages of a file in our address space, until this ends.
pub struct Mapping {
    address: u64,
    bytes: u64,
}

impl Mapping {
    /// Maps so many bytes of a file, to read and write, shared with everybody who maps it.
    pub fn shared(file: &File, offset: u64, bytes: u64) -> Result<Self> {
        Self::of(file, Map { offset, bytes, flags: MAP_SHARED | PROTECT_READ | PROTECT_WRITE, address: 0 })
    }

    /// Maps as the record says, but wherever the kernel likes.
    pub fn of(file: &File, map: Map) -> Result<Self> {
        let map = Map { address: 0, ..map };
        // SAFETY: the address is the kernel's choice, so nothing of ours is replaced.
        let address = unsafe { call::fmap(file.descriptor(), &map) }?;
        Ok(Mapping { address, bytes: map.bytes })
    }

    /// Where it lies.
    pub fn address(&self) -> u64 {
        self.address
    }

    /// Changes what may be done with it: `PROTECT_` flags.
    pub fn protect(&self, protection: u64) -> Result<()> {
        // SAFETY: it is used only as cells, for which any protection is sound.
        unsafe { call::mprotect(self.address, self.bytes, protection) }
    }

    /// What is mapped. A mapping that does not allow what is done with a cell ends the process.
    pub fn cells<T: Cell>(&self) -> &[T] {
        // SAFETY: the pages are there as long as `self` is, and cells may be shared.
        unsafe { core::slice::from_raw_parts(self.address as *const T, self.bytes as usize / size_of::<T>()) }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: borrows of it have ended.
        let _ = unsafe { call::funmap(self.address, self.bytes) };
    }
}
