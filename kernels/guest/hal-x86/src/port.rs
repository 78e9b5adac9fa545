//! The I/O address space.   @sdm Vol.1 19

use core::arch::asm;

/// Reads a byte.
///
/// # Safety
/// Reading the port must not break what the caller relies on.
pub unsafe fn read_u8(port: u16) -> u8 {
    let value;
    // SAFETY: the caller knows the port.
    unsafe { asm!("in al, dx", in("dx") port, out("al") value, options(nomem, nostack, preserves_flags)) };
    value
}

/// Writes a byte.
///
/// # Safety
/// Writing the port must not break what the caller relies on.
pub unsafe fn write_u8(port: u16, value: u8) {
    // SAFETY: the caller knows the port.
    unsafe { asm!("out dx, al", in("dx") port, in("al") value, options(nomem, nostack, preserves_flags)) };
}

/// Writes two bytes.
///
/// # Safety
/// Writing the port must not break what the caller relies on.
pub unsafe fn write_u16(port: u16, value: u16) {
    // SAFETY: the caller knows the port.
    unsafe { asm!("out dx, ax", in("dx") port, in("ax") value, options(nomem, nostack, preserves_flags)) };
}

/// Writes four bytes.
///
/// # Safety
/// Writing the port must not break what the caller relies on.
pub unsafe fn write_u32(port: u16, value: u32) {
    // SAFETY: the caller knows the port.
    unsafe { asm!("out dx, eax", in("dx") port, in("eax") value, options(nomem, nostack, preserves_flags)) };
}
