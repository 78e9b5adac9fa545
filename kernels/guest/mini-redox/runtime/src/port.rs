//! Ports of devices, for drivers.

use core::arch::asm;
use core::marker::PhantomData;

use redox_abi::error::Result;

use crate::call;

/// The right to use ports, which only uid 0 gets. It is the process's, and is given back when this ends.
pub struct PortRights {
    _one_a_process: PhantomData<*const ()>,
}

impl PortRights {
    /// Asks the kernel for it.
    pub fn request() -> Result<Self> {
        call::iopl(3)?;
        Ok(PortRights { _one_a_process: PhantomData })
    }

    /// Reads a byte from a port.
    pub fn input(&self, port: u16) -> u8 {
        let value;
        // SAFETY: we have the right; a device reaches no memory of ours.
        unsafe { asm!("in al, dx", in("dx") port, out("al") value, options(nostack, preserves_flags)) };
        value
    }

    /// Writes a byte to a port.
    pub fn output(&self, port: u16, value: u8) {
        // SAFETY: as above.
        unsafe { asm!("out dx, al", in("dx") port, in("al") value, options(nostack, preserves_flags)) };
    }

    /// Reads 16 bits from a port.
    pub fn input16(&self, port: u16) -> u16 {
        let value;
        // SAFETY: as above.
        unsafe { asm!("in ax, dx", in("dx") port, out("ax") value, options(nostack, preserves_flags)) };
        value
    }

    /// Writes 16 bits to a port.
    pub fn output16(&self, port: u16, value: u16) {
        // SAFETY: as above.
        unsafe { asm!("out dx, ax", in("dx") port, in("ax") value, options(nostack, preserves_flags)) };
    }
}

impl Drop for PortRights {
    fn drop(&mut self) {
        let _ = call::iopl(0);
    }
}
