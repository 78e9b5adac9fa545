//! Contexts of a kernel with one kernel stack each: the entry of system calls, the switch, the first way to ring 3.
//!
//! In ring 0 GS is the kernel's: whoever comes from ring 3 swaps it, and swaps it back on leaving. The block at GS holds the
//! top of the current context's kernel stack, and the user's stack pointer for the few instructions in between.
//! @sdm Vol.3A 5.8.7, 5.8.8

use core::arch::{asm, global_asm};
use core::cell::UnsafeCell;

use crate::control::{self, EFER, EFER_SCE, FMASK, KERNEL_GS_BASE, LSTAR, STAR};
use crate::descriptor::KERNEL_CODE;
use crate::interrupt::Frame;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 3 ", line!(), "\n", $instruction)
    };
}

const FS_BASE: u32 = 0xC000_0100;
const CR4_OSFXSR: u64 = 1 << 9;
const CR4_OSXMMEXCPT: u64 = 1 << 10;
const CR0_EM: u64 = 1 << 2;
const CR0_MP: u64 = 1 << 1;
/// CF, PF, AF, ZF, SF, TF, IF, DF, OF, AC.
const FLAGS_OF_USER: u64 = 0x4_0FD5;

/// What the vector of a [`Frame`] says when it came by SYSCALL.
pub const SYSTEM_CALL: u64 = 0x100;

/// What a context keeps while another one runs.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Registers {
    pub rbx: u64,
    pub rbp: u64,
    pub r12: u64,
    pub r13: u64,
    pub r14: u64,
    pub r15: u64,
    pub rsp: u64,
    pub rflags: u64,
    pub fs_base: u64,
    pub gs_base: u64,
}

impl Registers {
    /// All zeros: of a context that has not run.
    pub const EMPTY: Registers =
        Registers { rbx: 0, rbp: 0, r12: 0, r13: 0, r14: 0, r15: 0, rsp: 0, rflags: 0, fs_base: 0, gs_base: 0 };

    /// Those of a context that will go to ring 3 by the frame at the top of its kernel stack.
    ///
    /// # Safety
    /// `stack` must be the top of a writable stack that nobody uses, and the frame must be fit for ring 3.
    pub unsafe fn first(stack: u64, frame: Frame) -> Self {
        let place = stack - core::mem::size_of::<Frame>() as u64;
        // SAFETY: the caller says that the stack is free.
        unsafe {
            (place as *mut Frame).write(frame);
            ((place - 8) as *mut u64).write(first_return as *const () as u64);
        }
        Registers { rsp: place - 8, ..Registers::EMPTY }
    }
}

/// The x87, MMX and SSE state, as FXSAVE leaves it.   @sdm Vol.1 10.5
#[repr(C, align(16))]
#[derive(Clone, Copy)]
pub struct FloatingState(pub [u8; 512]);

impl FloatingState {
    /// Nothing saved yet.
    pub const EMPTY: FloatingState = FloatingState([0; 512]);

    /// What FNINIT and a reset leave: no exceptions unmasked, empty registers.
    pub fn fresh(&mut self) {
        self.0 = [0; 512];
        self.0[0] = 0x7F; // FCW 037F
        self.0[1] = 0x03;
        self.0[24] = 0x80; // MXCSR 1F80
        self.0[25] = 0x1F;
    }
}

/// What system calls find at GS.
#[repr(C)]
struct Block {
    kernel_stack: u64,
    user_stack: u64,
}

struct BlockCell(UnsafeCell<Block>);

// SAFETY: one CPU, and interrupts are off in ring 0.
unsafe impl Sync for BlockCell {}

static BLOCK: BlockCell = BlockCell(UnsafeCell::new(Block { kernel_stack: 0, user_stack: 0 }));

extern "C" {
    fn task_system_call();
    fn first_return();
    fn switch_registers(from: *mut Registers, to: *const Registers);
}

/// Switches system calls and SSE on. The kernel gives the symbol `system_call`, a function of the frame.
///
/// # Safety
/// The segments must be those of `descriptor`.
pub unsafe fn start() {
    // SAFETY: SYSRET to 64-bit code loads CS with 0x1B + 16 and SS with 0x1B + 8.
    unsafe {
        write_gs_base(BLOCK.0.get() as u64);
        control::write_msr(KERNEL_GS_BASE, 0);
        control::write_msr(STAR, 0x1B << 48 | (KERNEL_CODE as u64) << 32);
        control::write_msr(LSTAR, task_system_call as *const () as u64);
        control::write_msr(FMASK, FLAGS_OF_USER);
        control::write_msr(EFER, control::read_msr(EFER) | EFER_SCE);
        control::set_cr0(control::cr0() & !CR0_EM | CR0_MP);
        control::set_cr4(control::cr4() | CR4_OSFXSR | CR4_OSXMMEXCPT);
    }
}

unsafe fn write_gs_base(value: u64) {
    const GS_BASE: u32 = 0xC000_0101;
    // SAFETY: the caller knows.
    unsafe { control::write_msr(GS_BASE, value) };
}

/// Tells system calls the stack of the context that runs next.
pub fn set_kernel_stack(top: u64) {
    // SAFETY: one CPU; interrupts are off, and no system call is in its first instructions.
    unsafe { (*BLOCK.0.get()).kernel_stack = top };
}

/// Changes GS between the kernel's and the user's.
///
/// # Safety
/// Only as the first and last thing between ring 3 and ring 0.
pub unsafe fn swap_gs() {
    // SAFETY: the caller knows.
    unsafe { asm!("swapgs", options(nostack, preserves_flags)) };
}

/// Leaves one context and goes on with another; comes back when somebody goes on with the first one.
///
/// # Safety
/// Both must be contexts' own state, `to` as this function or [`Registers::first`] left it, and its address space must be
/// the current one or agree with it in all that ring 0 uses.
pub unsafe fn switch(
    from: *mut Registers,
    from_floating: *mut FloatingState,
    to: *const Registers,
    to_floating: *const FloatingState,
) {
    // SAFETY: the caller knows; the FPU state is saved whole and eagerly.
    unsafe {
        (*from).fs_base = control::read_msr(FS_BASE);
        (*from).gs_base = control::read_msr(KERNEL_GS_BASE);
        asm!("fxsave64 [{}]", in(reg) from_floating, options(nostack, preserves_flags));
        asm!("fxrstor64 [{}]", in(reg) to_floating, options(nostack, preserves_flags, readonly));
        control::write_msr(FS_BASE, (*to).fs_base);
        control::write_msr(KERNEL_GS_BASE, (*to).gs_base);
        switch_registers(from, to);
    }
}

global_asm!(
    file_of_lines!(3, "hal-x86/src/task.rs"),
    ".section .text.task, \"ax\"",
    ".globl task_system_call",
    "task_system_call:",
    at!("swapgs"),
    at!("mov gs:[8], rsp"),
    at!("mov rsp, gs:[0]"),
    at!("push 0x23"),
    at!("push qword ptr gs:[8]"),
    at!("push r11"),
    at!("push 0x2B"),
    at!("push rcx"),
    at!("push 0"),
    at!("push 0x100"),
    at!("push rax"),
    at!("push rcx"),
    at!("push rdx"),
    at!("push rbx"),
    at!("push rbp"),
    at!("push rsi"),
    at!("push rdi"),
    at!("push r8"),
    at!("push r9"),
    at!("push r10"),
    at!("push r11"),
    at!("push r12"),
    at!("push r13"),
    at!("push r14"),
    at!("push r15"),
    at!("mov rdi, rsp"),
    at!("call system_call"),
    at!("pop r15"),
    at!("pop r14"),
    at!("pop r13"),
    at!("pop r12"),
    at!("pop r11"),
    at!("pop r10"),
    at!("pop r9"),
    at!("pop r8"),
    at!("pop rdi"),
    at!("pop rsi"),
    at!("pop rbp"),
    at!("pop rbx"),
    at!("pop rdx"),
    at!("pop rcx"),
    at!("pop rax"),
    at!("add rsp, 16"),
    at!("swapgs"),
    at!("test qword ptr [rsp + 16], 0x100"), // TF: SYSRET would trap one instruction too late
    at!("jnz 1f"),
    at!("pop rcx"),
    at!("add rsp, 8"),
    at!("pop r11"),
    at!("pop rsp"),
    at!("shl rcx, 16"), // a return address that is not canonical would fault in ring 0
    at!("sar rcx, 16"),
    at!("sysretq"),
    "1:",
    at!("iretq"),

    ".globl first_return",
    "first_return:",
    at!("pop r15"),
    at!("pop r14"),
    at!("pop r13"),
    at!("pop r12"),
    at!("pop r11"),
    at!("pop r10"),
    at!("pop r9"),
    at!("pop r8"),
    at!("pop rdi"),
    at!("pop rsi"),
    at!("pop rbp"),
    at!("pop rbx"),
    at!("pop rdx"),
    at!("pop rcx"),
    at!("pop rax"),
    at!("add rsp, 16"),
    at!("swapgs"),
    at!("iretq"),

    ".globl switch_registers",
    "switch_registers:",
    at!("mov [rdi], rbx"),
    at!("mov [rdi + 8], rbp"),
    at!("mov [rdi + 16], r12"),
    at!("mov [rdi + 24], r13"),
    at!("mov [rdi + 32], r14"),
    at!("mov [rdi + 40], r15"),
    at!("pushfq"),
    at!("pop qword ptr [rdi + 56]"),
    at!("mov [rdi + 48], rsp"),
    at!("mov rbx, [rsi]"),
    at!("mov rbp, [rsi + 8]"),
    at!("mov r12, [rsi + 16]"),
    at!("mov r13, [rsi + 24]"),
    at!("mov r14, [rsi + 32]"),
    at!("mov r15, [rsi + 40]"),
    at!("mov rsp, [rsi + 48]"),
    at!("push qword ptr [rsi + 56]"),
    at!("popfq"),
    at!("ret"),
);
