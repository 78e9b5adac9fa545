//! From the reset vector to 64-bit Rust: real mode, protected mode, page tables, long mode.
//!
//! The processor starts in real mode at FFFF:FFF0 in the last bytes below 4 GiB, with the base of CS at 0xFFFF_0000
//! (@sdm Vol.3A 9.1.4). [`firmware_main`](crate::firmware_main) gets a stack and the first 4 GiB mapped to themselves.
//!
//! | Physical address | What |
//! |---|---|
//! | 0x1000 | PML4, then one page-directory-pointer table and four page directories |
//! | 0x8_0000 | the top of the stack |

use core::arch::global_asm;

use hal_x86::file_of_lines;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 1 ", line!(), "\n", $instruction)
    };
}

/// Where the boot code puts the root of the page tables.
pub const ROOT: u64 = 0x1000;

global_asm!(
    file_of_lines!(1, "firmware/src/reset.rs"),
    ".section .reset, \"ax\"",
    ".code16",
    ".globl reset_vector",
    "reset_vector:",
    at!("jmp real_mode"),

    ".section .boot, \"ax\"",
    "real_mode:",
    at!("cli"),
    at!("cld"),
    at!("lgdtl %cs:(gdt_pointer - 0xFFFF0000)"),
    at!("movl %cr0, %eax"),
    at!("orl $1, %eax"),                        // PE
    at!("movl %eax, %cr0"),
    at!("ljmpl $0x08, $protected_mode"),

    ".code32",
    "protected_mode:",
    at!("movw $0x10, %ax"),
    at!("movw %ax, %ds"),
    at!("movw %ax, %es"),
    at!("movw %ax, %ss"),
    at!("movl $0x80000, %esp"),

    at!("movl $0x1000, %edi"),                  // six tables, empty
    at!("xorl %eax, %eax"),
    at!("movl $(6 * 1024), %ecx"),
    at!("rep stosl"),
    at!("movl $0x2003, 0x1000"),                // PML4[0] -> 0x2000: present, writable
    at!("movl $0x3003, 0x2000"),                // four page directories, one for each GiB
    at!("movl $0x4003, 0x2008"),
    at!("movl $0x5003, 0x2010"),
    at!("movl $0x6003, 0x2018"),
    at!("movl $0x3000, %edi"),
    at!("movl $0x83, %eax"),                    // present, writable, 2 MiB
    at!("movl $2048, %ecx"),
    "1:",
    at!("movl %eax, (%edi)"),
    at!("addl $8, %edi"),
    at!("addl $0x200000, %eax"),
    at!("loop 1b"),

    at!("movl %cr4, %eax"),
    at!("orl $(1 << 5), %eax"),                 // PAE
    at!("movl %eax, %cr4"),
    at!("movl $0x1000, %eax"),
    at!("movl %eax, %cr3"),
    at!("movl $0xC0000080, %ecx"),              // EFER
    at!("rdmsr"),
    at!("orl $((1 << 8) | (1 << 11)), %eax"),   // LME, NXE
    at!("wrmsr"),
    at!("movl %cr0, %eax"),
    at!("orl $((1 << 31) | (1 << 16)), %eax"),  // PG, WP
    at!("movl %eax, %cr0"),
    at!("ljmpl $0x18, $long_mode"),

    ".code64",
    "long_mode:",
    at!("xorl %ebp, %ebp"),
    at!("call firmware_main"),
    "2:",
    at!("hlt"),
    at!("jmp 2b"),

    ".balign 8",
    "gdt:",
    ".quad 0",
    ".quad 0x00CF9B000000FFFF",                 // 08: 32-bit code, ring 0, 4 GiB
    ".quad 0x00CF93000000FFFF",                 // 10: data, ring 0, 4 GiB
    ".quad 0x00AF9B000000FFFF",                 // 18: 64-bit code, ring 0
    "gdt_pointer:",
    ".word gdt_pointer - gdt - 1",
    ".long gdt",
    options(att_syntax)
);
