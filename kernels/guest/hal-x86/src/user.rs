//! To ring 3 and back.   @sdm Vol.3A 5.8.7
//!
//! [`enter`] returns when [`leave`] is called, from a system call or an interrupt handler. A system call saves the user's
//! stack pointer in the block that the kernel's GS base points at, and takes the kernel's from there.

use core::arch::global_asm;
use core::cell::UnsafeCell;

use crate::control::{self, EFER, EFER_SCE, FMASK, KERNEL_GS_BASE, LSTAR, RFLAGS_IF, RFLAGS_TF, STAR};
use crate::descriptor::KERNEL_CODE;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 2 ", line!(), "\n", $instruction)
    };
}

/// What the entry of a system call finds at GS.
#[repr(C)]
pub struct Block {
    kernel_stack: u64,
    user_stack: u64,
    /// The stack pointer of `enter`.
    entered: u64,
}

struct BlockCell(UnsafeCell<Block>);

// SAFETY: one CPU; the assembly below alone uses it.
unsafe impl Sync for BlockCell {}

#[export_name = "user_block"]
static BLOCK: BlockCell = BlockCell(UnsafeCell::new(Block { kernel_stack: 0, user_stack: 0, entered: 0 }));

extern "C" {
    fn system_call_entry();
    fn enter_user(entry: u64, stack: u64, argument: u64, rflags: u64, selector: u64) -> u64;
    fn leave_user(value: u64) -> !;
}

/// Switches system calls on.
///
/// # Safety
/// `kernel_stack` must be the top of a stack that nobody else uses while a system call runs.
pub unsafe fn start(kernel_stack: u64) {
    // SAFETY: the selectors are those of `descriptor`: SYSRET to 64-bit code loads CS with 0x1B + 16 and SS with 0x1B + 8.
    unsafe {
        (*BLOCK.0.get()).kernel_stack = kernel_stack;
        control::write_msr(KERNEL_GS_BASE, BLOCK.0.get() as u64);
        control::write_msr(STAR, 0x1B << 48 | (KERNEL_CODE as u64) << 32);
        control::write_msr(LSTAR, system_call_entry as *const () as u64);
        control::write_msr(FMASK, RFLAGS_IF | RFLAGS_TF | 1 << 10);
        control::write_msr(EFER, control::read_msr(EFER) | EFER_SCE);
    }
}

/// Runs user code until somebody calls [`leave`], and returns the value that it brings.
///
/// # Safety
/// The pages must be mapped for user code.
pub unsafe fn enter(entry: u64, stack: u64, argument: u64, rflags: u64, selector: u16) -> u64 {
    // SAFETY: the assembly saves what a function must keep.
    unsafe { enter_user(entry, stack, argument, rflags, selector as u64) }
}

/// Makes [`enter`] return.
///
/// # Safety
/// Only while `enter` runs, in a handler.
pub unsafe fn leave(value: u64) -> ! {
    // SAFETY: the stack of `enter` is still there.
    unsafe { leave_user(value) }
}

global_asm!(
    file_of_lines!(2, "hal-x86/src/user.rs"),
    ".section .text.user, \"ax\"",
    ".globl enter_user",
    "enter_user:",
    at!("push rbx"),
    at!("push rbp"),
    at!("push r12"),
    at!("push r13"),
    at!("push r14"),
    at!("push r15"),
    at!("mov [rip + user_block + 16], rsp"),
    at!("push 0x23"),
    at!("push rsi"),
    at!("push rcx"),
    at!("push r8"),
    at!("push rdi"),
    at!("mov rdi, rdx"),
    at!("iretq"),

    ".globl leave_user",
    "leave_user:",
    at!("mov rax, rdi"),
    at!("mov rsp, [rip + user_block + 16]"),
    at!("pop r15"),
    at!("pop r14"),
    at!("pop r13"),
    at!("pop r12"),
    at!("pop rbp"),
    at!("pop rbx"),
    at!("ret"),

    ".globl system_call_entry",
    "system_call_entry:",
    at!("swapgs"),
    at!("mov gs:[8], rsp"),
    at!("mov rsp, gs:[0]"),
    at!("push qword ptr gs:[8]"),
    at!("swapgs"),
    at!("push rcx"),
    at!("push r11"),
    at!("sub rsp, 8"),
    at!("mov rdx, rsi"),
    at!("mov rsi, rdi"),
    at!("mov rdi, rax"),
    at!("call system_call"),
    at!("add rsp, 8"),
    at!("pop r11"),
    at!("pop rcx"),
    at!("pop rsp"),
    at!("sysretq"),
);
