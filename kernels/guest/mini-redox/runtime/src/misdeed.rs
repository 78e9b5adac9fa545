//! What a program must not do: each of these ends it, or fails. For programs that show so.

use core::arch::asm;
use core::hint::black_box;

use redox_abi::error::Result;
use redox_abi::number;

use crate::trap::system_call;

/// An address of the kernel's.
pub const KERNEL_ADDRESS: u64 = 0xFFFF_FFFF_8000_0000;

/// Two bytes that would be an instruction, `ret`, if data could be run.
static DATA: [u8; 2] = [0xC3, 0xC3];

/// Writes to an address of the kernel's.
pub fn write_to_kernel() {
    // SAFETY: no page of ours is there; the processor refuses it before anything is changed.
    unsafe { asm!("mov byte ptr [{}], 1", in(reg) KERNEL_ADDRESS, options(nostack)) };
}

/// Writes to address 0, as through a pointer that leads nowhere.
pub fn write_to_null() {
    // SAFETY: the first page is never mapped.
    unsafe { asm!("mov byte ptr [{}], 1", in(reg) 0_u64, options(nostack)) };
}

/// Switches interrupts off, which only the kernel may.
pub fn cli() {
    // SAFETY: the processor refuses it without port rights.
    unsafe { asm!("cli", options(nomem, nostack)) };
}

/// Halts the processor, which only the kernel may.
pub fn hlt() {
    // SAFETY: the processor refuses it.
    unsafe { asm!("hlt", options(nomem, nostack)) };
}

/// Writes to a port without the right to.
pub fn write_to_port() {
    // SAFETY: the processor refuses it without port rights; nobody listens at that port.
    unsafe { asm!("out dx, al", in("dx") 0x80_u16, in("al") 0_u8, options(nomem, nostack)) };
}

/// Calls data.
pub fn jump_to_data() {
    let address = black_box(&DATA).as_ptr();
    // SAFETY: it is refused; were it not, it would return at once.
    unsafe { asm!("call {}", in(reg) address) };
}

/// Asks the kernel to write bytes that lie in its own memory.
pub fn write_from_kernel(file: u64) -> Result<u64> {
    // SAFETY: the kernel refuses the address.
    unsafe { system_call(number::WRITE, [file, KERNEL_ADDRESS, 16, 0, 0, 0]) }
}

/// Asks the kernel to read into its own memory.
pub fn read_into_kernel(file: u64) -> Result<u64> {
    // SAFETY: the kernel refuses the address.
    unsafe { system_call(number::READ, [file, KERNEL_ADDRESS, 16, 0, 0, 0]) }
}

/// Asks the kernel to open a path that lies at address 0.
pub fn open_null() -> Result<u64> {
    // SAFETY: the kernel refuses the address.
    unsafe { system_call(number::OPEN, [0, 8, 0, 0, 0, 0]) }
}

/// Asks the kernel to write bytes from a page that is not mapped, in the middle of user space.
pub fn write_from_nowhere(file: u64) -> Result<u64> {
    // SAFETY: nothing of ours is there, and it is only read.
    unsafe { system_call(number::WRITE, [file, 0x5555_0000_0000, 16, 0, 0, 0]) }
}

/// A call that does not exist.
pub fn unknown_call() -> Result<u64> {
    // SAFETY: there is no such call.
    unsafe { system_call(0x0FFF, [0; 6]) }
}
