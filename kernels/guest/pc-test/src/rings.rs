//! Ring 3: system calls, interrupts with a change of stack, and what user code must not do.   @sdm Vol.3A 5

use core::arch::global_asm;
use core::sync::atomic::Ordering;

use common::boot::BootInformation;
use hal_x86::control;
use hal_x86::descriptor::{USER_CODE, USER_CODE_32};
use hal_x86::paging::{Tables, PAGE, PRESENT, USER, WRITABLE};
use hal_x86::user;

use crate::check;
use crate::machine::{
    permit_port, ring_0_stack, ADDRESS, ERROR, FAULTED, HANDLER_STACK, INTERRUPTED_CS, LEAVES_USER, VECTOR,
};
use crate::pages::Frames;

const CODE: u64 = 0x4100_0000;
const STACK_TOP: u64 = 0x4110_1000;

// Each program ends by system call 0, or by its fault. They are copied to a page for user code.
global_asm!(
    r#"
    .section .rodata.user_programs, "a"
    .balign 16
    .globl user_calls, user_int, user_cli, user_kernel_read, user_hlt, user_port, user_msr, user_32, user_gate
user_calls:                             # rdi + 1000, one by one
    mov rbx, rdi
    mov ebp, 1000
1:  mov eax, 1
    mov rdi, rbx
    syscall
    mov rbx, rax
    dec ebp
    jnz 1b
    mov rdi, rbx
    xor eax, eax
    syscall
    .balign 16
user_int:
    int 0x80
    xor eax, eax
    mov edi, 0x1180
    syscall
    .balign 16
user_cli:
    cli
    .balign 16
user_kernel_read:
    mov rax, 0xFFFFFFFF80000000
    mov rax, [rax]
    .balign 16
user_hlt:
    hlt
    .balign 16
user_port:
    mov dx, di
    in al, dx
    xor eax, eax
    mov edi, 0x1170
    syscall
    .balign 16
user_msr:
    mov ecx, 0xC0000080
    rdmsr
    .balign 16
user_gate:                             # a privileged gate by INT
    int 0x91
    .balign 16
user_32:                                # compatibility mode: a push of 32 bits, INT, and an address near 4 GiB
    .code32
    mov eax, 0x23
    mov ds, eax
    mov eax, 0x11111111
    push eax
    pop ecx
    inc ecx
    dec ecx
    cmp eax, ecx
    jne 2f
    int 0x80
2:  mov eax, [0xFFFFFFFC]
    .code64
"#
);

extern "C" {
    static user_calls: u8;
    static user_int: u8;
    static user_cli: u8;
    static user_kernel_read: u8;
    static user_hlt: u8;
    static user_port: u8;
    static user_msr: u8;
    static user_gate: u8;
    static user_32: u8;
}

fn run_program(program: &'static u8, argument: u64, selector: u16) -> u64 {
    let start = &raw const user_calls as u64;
    let entry = CODE + (program as *const u8 as u64 - start);
    VECTOR.store(0xFFFF, Ordering::SeqCst);
    // SAFETY: the pages are mapped by `run`.
    unsafe { user::enter(entry, STACK_TOP, argument, 0x202, selector) }
}

fn faults(program: &'static u8, what: &'static str, vector: u64, code: u64) {
    check(what, run_program(program, 0, USER_CODE), FAULTED);
    check("  vector", VECTOR.load(Ordering::SeqCst), vector);
    check("  error code", ERROR.load(Ordering::SeqCst), code);
    check("  cs", INTERRUPTED_CS.load(Ordering::SeqCst), USER_CODE as u64);
}

pub fn run(information: &BootInformation) {
    let mut frames = Frames::new(information, 32 * PAGE);
    let (code, stack) = (frames.take(), frames.take());
    // SAFETY: free frames; the tables are the firmware's, whose first entries become open to user code; the programs are
    // constants of this kernel.
    unsafe {
        core::ptr::copy_nonoverlapping(&raw const user_calls, code as *mut u8, 1024);
        open_to_user();
        let mut tables = Tables::at(control::cr3());
        split(&mut tables, &mut frames);
        tables.map(CODE, code, PRESENT | USER, &mut || frames.take());
        tables.map(STACK_TOP - PAGE, stack, PRESENT | USER | WRITABLE, &mut || frames.take());
        control::set_cr3(control::cr3());
        LEAVES_USER.store(1, Ordering::SeqCst);
        programs();
    }
}

/// The firmware's own entries above the pages of user code are for ring 0 only.
///
/// # Safety
/// One CPU, no other reference to the tables.
unsafe fn open_to_user() {
    // SAFETY: the PML4 and the first page-directory-pointer table of the firmware.
    unsafe {
        let root = control::cr3() as *mut u64;
        *root |= USER;
        let pointers = (*root & !0xFFF) as *mut u64;
        *pointers.add(1) |= USER;
    }
}

/// Takes the large pages away from under the addresses of user code, which the firmware has mapped to themselves.
///
/// # Safety
/// Nobody may use those addresses.
unsafe fn split(tables: &mut Tables, frames: &mut Frames) {
    // SAFETY: the page directory of the second GiB.
    unsafe {
        let root = control::cr3() as *const u64;
        let pointers = (*root & !0xFFF) as *const u64;
        let directory = (*pointers.add(1) & !0xFFF) as *mut u64;
        *directory.add((CODE >> 21 & 511) as usize) = 0;
    }
    tables.entry(CODE, &mut || frames.take());
}

/// # Safety
/// After `run` has mapped the pages.
unsafe fn programs() {
    // SAFETY: constants of the assembly above.
    unsafe {
        check("1000 system calls", run_program(&user_calls, 7, USER_CODE), 1007);
        check("int 0x80 from ring 3", run_program(&user_int, 0, USER_CODE), 0x1180);
        check("  vector", VECTOR.load(Ordering::SeqCst), 0x80);
        check("  on the stack for ring 0", ring_0_stack().contains(&HANDLER_STACK.load(Ordering::SeqCst)) as u64, 1);
        faults(&user_cli, "cli in ring 3", 13, 0);
        faults(&user_hlt, "hlt in ring 3", 13, 0);
        faults(&user_msr, "rdmsr in ring 3", 13, 0);
        check("gate of ring 0 from ring 3", run_program(&user_gate, 0, USER_CODE), FAULTED);
        check("  vector", VECTOR.load(Ordering::SeqCst), 13);
        check("  error code idt", ERROR.load(Ordering::SeqCst) & 7, 2);
        faults(&user_kernel_read, "read of the kernel in ring 3", 14, 5);
        check("  cr2", ADDRESS.load(Ordering::SeqCst), 0xFFFF_FFFF_8000_0000);
        check("port in ring 3, forbidden", run_program(&user_port, 0, USER_CODE), FAULTED);
        permit_port(0, true);
        check("port in ring 3, permitted", run_program(&user_port, 0, USER_CODE), 0x1170);
        check("port in ring 3, another", run_program(&user_port, 1, USER_CODE), FAULTED);
        permit_port(0, false);
        check("32-bit code", run_program(&user_32, 0, USER_CODE_32), FAULTED);
        check("  cs", INTERRUPTED_CS.load(Ordering::SeqCst), USER_CODE_32 as u64);
        check("  vector", VECTOR.load(Ordering::SeqCst), 14);
        check("  cr2", ADDRESS.load(Ordering::SeqCst), 0xFFFF_FFFC);
    }
}
