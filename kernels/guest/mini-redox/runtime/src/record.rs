//! Records as bytes and back: the kernel and the servers exchange them by address.

use redox_abi::process::{AddressSpaceRequest, Registers};
use redox_abi::record::{Event, Map, Stat, TimeSpec};
use redox_abi::scheme::{Cqe, Sqe};

/// A record that is the same as its bytes.
///
/// # Safety
/// `repr(C)`, without padding, and all values of its bytes are values of it.
pub unsafe trait Record: Copy + Default {
    /// The bytes of it.
    fn as_bytes(&self) -> &[u8] {
        // SAFETY: it has no padding, so all of its bytes are there.
        unsafe { core::slice::from_raw_parts((self as *const Self).cast(), size_of::<Self>()) }
    }

    /// The bytes of it, to be written.
    fn as_bytes_mut(&mut self) -> &mut [u8] {
        // SAFETY: whatever is written is a value of it.
        unsafe { core::slice::from_raw_parts_mut((self as *mut Self).cast(), size_of::<Self>()) }
    }
}

macro_rules! records {
    ($($name:ty),*) => {
        $(
            // SAFETY: `repr(C)` of whole words, or laid out so that each field follows the one before it.
            unsafe impl Record for $name {}
        )*
    };
}

records!(u64, [u64; 2], AddressSpaceRequest, Registers, Event, Map, Stat, TimeSpec, Sqe, Cqe);
