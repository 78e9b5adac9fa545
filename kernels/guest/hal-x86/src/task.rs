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
    r#"
    .section .text.task, "ax"
    .globl task_system_call
task_system_call:
    swapgs
    mov gs:[8], rsp
    mov rsp, gs:[0]
    push 0x23
    push qword ptr gs:[8]
    push r11
    push 0x2B
    push rcx
    push 0
    push 0x100
    push rax
    push rcx
    push rdx
    push rbx
    push rbp
    push rsi
    push rdi
    push r8
    push r9
    push r10
    push r11
    push r12
    push r13
    push r14
    push r15
    mov rdi, rsp
    call system_call
    pop r15
    pop r14
    pop r13
    pop r12
    pop r11
    pop r10
    pop r9
    pop r8
    pop rdi
    pop rsi
    pop rbp
    pop rbx
    pop rdx
    pop rcx
    pop rax
    add rsp, 16
    swapgs
    test qword ptr [rsp + 16], 0x100        # TF: SYSRET would trap one instruction too late
    jnz 1f
    pop rcx
    add rsp, 8
    pop r11
    pop rsp
    shl rcx, 16                             # a return address that is not canonical would fault in ring 0
    sar rcx, 16
    sysretq
1:  iretq

    .globl first_return
first_return:
    pop r15
    pop r14
    pop r13
    pop r12
    pop r11
    pop r10
    pop r9
    pop r8
    pop rdi
    pop rsi
    pop rbp
    pop rbx
    pop rdx
    pop rcx
    pop rax
    add rsp, 16
    swapgs
    iretq

    .globl switch_registers
switch_registers:
    mov [rdi], rbx
    mov [rdi + 8], rbp
    mov [rdi + 16], r12
    mov [rdi + 24], r13
    mov [rdi + 32], r14
    mov [rdi + 40], r15
    pushfq
    pop qword ptr [rdi + 56]
    mov [rdi + 48], rsp
    mov rbx, [rsi]
    mov rbp, [rsi + 8]
    mov r12, [rsi + 16]
    mov r13, [rsi + 24]
    mov r14, [rsi + 32]
    mov r15, [rsi + 40]
    mov rsp, [rsi + 48]
    push qword ptr [rsi + 56]
    popfq
    ret
"#
);
