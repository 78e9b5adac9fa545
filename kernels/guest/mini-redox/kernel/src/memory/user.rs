//! User memory as the kernel sees it: addresses that a program gave, checked, and copies that may fail.
//!
//! Copies use the address space of the current context. A page that is due comes by a page fault in the copy, so that
//! nobody may hold the kernel's state meanwhile.

use core::mem::{size_of, MaybeUninit};

use hal_x86::user_copy;
use redox_abi::error::{Result, EFAULT, EINVAL};
use redox_abi::flag::USER_END;

use crate::kernel::KERNEL;

/// A buffer in the current context's memory.
#[derive(Clone, Copy)]
pub struct UserSlice {
    pub address: u64,
    pub bytes: u64,
}

/// Records that may be copied out of user memory: every bit pattern is one, and they have no padding.
///
/// # Safety
/// Both must be true.
pub unsafe trait Plain: Copy {}

// SAFETY: integers, and structs of `u64`s or of fields without gaps.
unsafe impl Plain for u32 {}
unsafe impl Plain for u64 {}
unsafe impl Plain for [u64; 2] {}
unsafe impl Plain for redox_abi::record::TimeSpec {}
unsafe impl Plain for redox_abi::record::Event {}
unsafe impl Plain for redox_abi::record::Map {}
unsafe impl Plain for redox_abi::record::Stat {}
unsafe impl Plain for redox_abi::scheme::Sqe {}
unsafe impl Plain for redox_abi::scheme::Cqe {}
unsafe impl Plain for redox_abi::process::AddressSpaceRequest {}
unsafe impl Plain for redox_abi::process::Registers {}

impl UserSlice {
    /// A buffer that lies below the end of user addresses.
    pub fn new(address: u64, bytes: u64) -> Result<UserSlice> {
        match address.checked_add(bytes) {
            Some(end) if end <= USER_END => Ok(UserSlice { address, bytes }),
            _ => Err(EFAULT),
        }
    }

    /// The part from `from` on, at most `bytes` long.
    pub fn part(self, from: u64, bytes: u64) -> UserSlice {
        let from = from.min(self.bytes);
        UserSlice { address: self.address + from, bytes: bytes.min(self.bytes - from) }
    }

    /// Copies the start of the buffer into `to`; as much as both have. Gives how much.
    pub fn read(self, to: &mut [u8]) -> Result<u64> {
        assert!(!KERNEL.is_taken(), "user memory is touched with the kernel's state in use");
        let bytes = self.bytes.min(to.len() as u64);
        // SAFETY: `to` is that long, and the other side was checked by `new`.
        let is_whole = unsafe { user_copy::copy(to.as_mut_ptr(), self.address as *const u8, bytes) };
        if is_whole { Ok(bytes) } else { Err(EFAULT) }
    }

    /// Copies `from` to the start of the buffer; as much as both have. Gives how much.
    pub fn write(self, from: &[u8]) -> Result<u64> {
        assert!(!KERNEL.is_taken(), "user memory is touched with the kernel's state in use");
        let bytes = self.bytes.min(from.len() as u64);
        // SAFETY: `from` is that long, and the other side was checked by `new`.
        let is_whole = unsafe { user_copy::copy(self.address as *mut u8, from.as_ptr(), bytes) };
        if is_whole { Ok(bytes) } else { Err(EFAULT) }
    }

    /// Reads one record from the start of the buffer.
    pub fn read_record<T: Plain>(self) -> Result<T> {
        if self.bytes < size_of::<T>() as u64 {
            return Err(EINVAL);
        }
        let mut record = MaybeUninit::<T>::zeroed();
        // SAFETY: the record's own bytes; every pattern is valid.
        let bytes = unsafe { core::slice::from_raw_parts_mut(record.as_mut_ptr() as *mut u8, size_of::<T>()) };
        self.read(bytes)?;
        // SAFETY: zeroed, then filled.
        Ok(unsafe { record.assume_init() })
    }

    /// Writes one record to the start of the buffer.
    pub fn write_record<T: Plain>(self, record: &T) -> Result<u64> {
        if self.bytes < size_of::<T>() as u64 {
            return Err(EINVAL);
        }
        // SAFETY: a record without padding is bytes.
        self.write(unsafe { core::slice::from_raw_parts(record as *const T as *const u8, size_of::<T>()) })
    }
}
