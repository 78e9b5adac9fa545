//! Copies between the kernel and user memory that may fail: a page fault inside makes the copy stop, not the kernel.
//!
//! The kernel's page-fault handler asks [`recovery`] for the address to go on at.

use core::arch::global_asm;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 4 ", line!(), "\n", $instruction)
    };
}

extern "C" {
    fn user_copy_start();
    fn user_copy_end();
    fn user_copy_fault();
    fn user_copy(to: *mut u8, from: *const u8, bytes: u64) -> u64;
}

/// Copies, and says whether all of it went well.
///
/// # Safety
/// The side that is not user memory must be valid, and the other one below the end of user addresses.
pub unsafe fn copy(to: *mut u8, from: *const u8, bytes: u64) -> bool {
    // SAFETY: the caller knows one side; a fault on the other one is recovered.
    unsafe { user_copy(to, from, bytes) == 0 }
}

/// Where to go on after a page fault that nobody could help at `rip`, if it was inside a copy.
pub fn recovery(rip: u64) -> Option<u64> {
    let range = user_copy_start as *const () as u64..user_copy_end as *const () as u64;
    range.contains(&rip).then_some(user_copy_fault as *const () as u64)
}

global_asm!(
    file_of_lines!(4, "hal-x86/src/user_copy.rs"),
    ".section .text.user_copy, \"ax\"",
    ".globl user_copy, user_copy_start, user_copy_end, user_copy_fault",
    "user_copy:",
    at!("mov rcx, rdx"),
    "user_copy_start:",
    at!("rep movsb"),
    "user_copy_end:",
    at!("xor eax, eax"),
    at!("ret"),
    "user_copy_fault:",
    at!("mov eax, 1"),
    at!("ret"),
);
