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

/// Where the boot code puts the root of the page tables.
pub const ROOT: u64 = 0x1000;

global_asm!(
    r#"
    .section .reset, "ax"
    .code16
    .globl reset_vector
reset_vector:
    jmp real_mode

    .section .boot, "ax"
real_mode:
    cli
    cld
    lgdtl %cs:(gdt_pointer - 0xFFFF0000)
    movl %cr0, %eax
    orl $1, %eax                    # PE
    movl %eax, %cr0
    ljmpl $0x08, $protected_mode

    .code32
protected_mode:
    movw $0x10, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    movl $0x80000, %esp

    movl $0x1000, %edi              # six tables, empty
    xorl %eax, %eax
    movl $(6 * 1024), %ecx
    rep stosl
    movl $0x2003, 0x1000            # PML4[0] -> 0x2000: present, writable
    movl $0x3003, 0x2000            # four page directories, one for each GiB
    movl $0x4003, 0x2008
    movl $0x5003, 0x2010
    movl $0x6003, 0x2018
    movl $0x3000, %edi
    movl $0x83, %eax                # present, writable, 2 MiB
    movl $2048, %ecx
1:
    movl %eax, (%edi)
    addl $8, %edi
    addl $0x200000, %eax
    loop 1b

    movl %cr4, %eax
    orl $(1 << 5), %eax             # PAE
    movl %eax, %cr4
    movl $0x1000, %eax
    movl %eax, %cr3
    movl $0xC0000080, %ecx          # EFER
    rdmsr
    orl $((1 << 8) | (1 << 11)), %eax   # LME, NXE
    wrmsr
    movl %cr0, %eax
    orl $((1 << 31) | (1 << 16)), %eax  # PG, WP
    movl %eax, %cr0
    ljmpl $0x18, $long_mode

    .code64
long_mode:
    xorl %ebp, %ebp
    call firmware_main
2:
    hlt
    jmp 2b

    .balign 8
gdt:
    .quad 0
    .quad 0x00CF9B000000FFFF        # 08: 32-bit code, ring 0, 4 GiB
    .quad 0x00CF93000000FFFF        # 10: data, ring 0, 4 GiB
    .quad 0x00AF9B000000FFFF        # 18: 64-bit code, ring 0
gdt_pointer:
    .word gdt_pointer - gdt - 1
    .long gdt
"#,
    options(att_syntax)
);
