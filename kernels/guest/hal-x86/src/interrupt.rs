//! From a vector to Rust: one stub a vector, which all save the registers and call `interrupt`.   @sdm Vol.3A 6.14.2

use core::arch::global_asm;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 1 ", line!(), "\n", $instruction)
    };
}

/// What was interrupted, as the stub and the CPU saved it. What a handler changes here takes effect when it returns.
#[repr(C)]
pub struct Frame {
    pub r15: u64,
    pub r14: u64,
    pub r13: u64,
    pub r12: u64,
    pub r11: u64,
    pub r10: u64,
    pub r9: u64,
    pub r8: u64,
    pub rdi: u64,
    pub rsi: u64,
    pub rbp: u64,
    pub rbx: u64,
    pub rdx: u64,
    pub rcx: u64,
    pub rax: u64,
    pub vector: u64,
    /// 0 where the vector has none.
    pub error: u64,
    pub rip: u64,
    pub cs: u64,
    pub rflags: u64,
    pub rsp: u64,
    pub ss: u64,
}

extern "C" {
    #[link_name = "interrupt_stubs"]
    static STUBS: [u64; 256];
}

/// The address of the stub of a vector.
pub fn stub(vector: u8) -> u64 {
    // SAFETY: the assembly below fills the table; nobody writes it.
    unsafe { STUBS[vector as usize] }
}

// Vectors 8, 10 to 14, 17, 21, 29 and 30 come with an error code; the others get a 0 in its place.
global_asm!(
    file_of_lines!(1, "hal-x86/src/interrupt.rs"),
    ".section .text.interrupts, \"ax\"",
    ".set number, 0",
    ".rept 256",
    ".balign 16",
    ".if (number == 8) || ((number >= 10) && (number <= 14)) || (number == 17) || (number == 21) || (number == 29) || (number == 30)",
    ".else",
    at!("push 0"),
    ".endif",
    at!("push number"),
    at!("jmp interrupt_common"),
    ".set number, number + 1",
    ".endr",

    ".balign 16",
    "interrupt_common:",
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
    at!("cld"),
    at!("mov rdi, rsp"),
    at!("call interrupt"),
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
    at!("iretq"),

    ".section .data.interrupts, \"aw\"",
    ".balign 8",
    ".globl interrupt_stubs",
    "interrupt_stubs:",
    ".set number, 0",
    ".rept 256",
    ".quad .text.interrupts + 16 * number",
    ".set number, number + 1",
    ".endr",
);
