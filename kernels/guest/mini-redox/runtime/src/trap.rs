//! The one instruction that leads to the kernel.

use core::arch::asm;

use redox_abi::error::{decode, Result};

/// A system call: its number and up to six arguments.
///
/// # Safety
/// What the addresses among the arguments lead to must be there for as long as that call uses it.
pub unsafe fn system_call(number: u64, arguments: [u64; 6]) -> Result<u64> {
    let [a, b, c, d, e, f] = arguments;
    let result;
    // SAFETY: the kernel keeps all registers but the three named here; the memory is our caller's promise.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") number => result,
            in("rdi") a,
            in("rsi") b,
            in("rdx") c,
            in("r10") d,
            in("r8") e,
            in("r9") f,
            lateout("rcx") _,
            lateout("r11") _,
            options(nostack),
        );
    }
    decode(result)
}
