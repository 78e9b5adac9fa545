//! A fixed amount of what kernels do between programs: system calls, page faults that map a page, pages that are unmapped,
//! switches between two address spaces, timer interrupts out of ring 3.
//!
//! A round visits ring 3 once in each address space. The program there makes system calls and touches fresh pages; the
//! kernel maps each at its fault, and takes all away at the end of the round.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

use core::arch::global_asm;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicU64, Ordering};

use common::boot::BootInformation;
use hal_x86::control::{self, invalidate_page};
use hal_x86::descriptor::USER_CODE;
use hal_x86::interrupt::Frame;
use hal_x86::paging::{Tables, PAGE, PRESENT, USER, WRITABLE};
use hal_x86::user;

const ROUNDS: u64 = 2000;
const PAGES: u64 = 16;
const CALLS: u64 = 64;
/// User code, its stack and its data lie where the firmware has mapped nothing.
const CODE: u64 = 0x80_0000_0000;
const STACK_TOP: u64 = CODE + 0x20_1000;
const DATA: u64 = CODE + 0x40_0000;

static FREE: AtomicU64 = AtomicU64::new(0);
static FAULTS: AtomicU64 = AtomicU64::new(0);
/// The frame of each data page of the two address spaces.
static FIRST_DATA_FRAME: AtomicU64 = AtomicU64::new(0);

// rdi: the first fresh page; rsi: unused. Touches a page, then makes system calls, for each page.
global_asm!(
    r#"
    .section .rodata.user_program, "a"
    .globl user_program, user_program_end
user_program:
    mov r12, rdi
    mov r13d, 16
    xor r14d, r14d
1:  add [r12], r13
    mov r15d, 4
2:  mov rdi, r14
    mov eax, 1
    syscall
    mov r14, rax
    dec r15d
    jnz 2b
    add r12, 4096
    dec r13d
    jnz 1b
    mov rdi, r14
    xor eax, eax
    syscall
user_program_end:
"#
);

extern "C" {
    static user_program: u8;
    static user_program_end: u8;
}

fn take_frame() -> u64 {
    let frame = FREE.fetch_add(PAGE, Ordering::Relaxed);
    // SAFETY: free RAM, mapped to itself.
    unsafe { core::ptr::write_bytes(frame as *mut u8, 0, PAGE as usize) };
    frame
}

/// A copy of the firmware's root, with code and stack for ring 3.
fn address_space(code: u64, stack: u64) -> u64 {
    let root = take_frame();
    // SAFETY: both roots are page tables, mapped to themselves.
    unsafe {
        core::ptr::copy_nonoverlapping(control::cr3() as *const u8, root as *mut u8, PAGE as usize);
        let mut tables = Tables::at(root);
        tables.map(CODE, code, USER, &mut take_frame);
        tables.map(STACK_TOP - PAGE, stack, USER | WRITABLE, &mut take_frame);
        tables.entry(DATA, &mut take_frame);
    }
    root
}

#[no_mangle]
extern "C" fn kernel_main(information: &BootInformation) -> ! {
    bench_pc::start();
    FREE.store((information.free_from + PAGE - 1) & !(PAGE - 1), Ordering::Relaxed);
    let (code, stack) = (take_frame(), take_frame());
    // SAFETY: a constant of this kernel, copied to a free frame.
    unsafe {
        let length = (&raw const user_program_end).offset_from(&raw const user_program);
        core::ptr::copy_nonoverlapping(&raw const user_program, code as *mut u8, length as usize);
    }
    let spaces = [address_space(code, stack), address_space(code, stack)];
    FIRST_DATA_FRAME.store(FREE.fetch_add(PAGES * PAGE, Ordering::Relaxed), Ordering::Relaxed);
    let mut checksum = 0_u64;
    for round in 0..ROUNDS {
        let space = spaces[(round & 1) as usize];
        // SAFETY: both address spaces map the kernel and the pages of ring 3.
        unsafe {
            control::set_cr3(space);
            checksum = checksum.rotate_left(1) ^ user::enter(CODE, STACK_TOP, DATA, 0x202, USER_CODE) ^ round;
        }
        forget_pages(space);
    }
    let faults = FAULTS.load(Ordering::Relaxed);
    let expected = fold(ROUNDS) ^ (ROUNDS * PAGES) as u32;
    bench_pc::finish((checksum ^ checksum >> 32) as u32 ^ faults as u32, expected)
}

/// What the rounds give if each system call adds one.
fn fold(rounds: u64) -> u32 {
    let mut checksum = 0_u64;
    for round in 0..rounds {
        checksum = checksum.rotate_left(1) ^ CALLS ^ round;
    }
    (checksum ^ checksum >> 32) as u32
}

fn forget_pages(space: u64) {
    // SAFETY: the tables of that address space; one CPU.
    let mut tables = unsafe { Tables::at(space) };
    for page in 0..PAGES {
        *tables.entry(DATA + page * PAGE, &mut take_frame) = 0;
        invalidate_page(DATA + page * PAGE);
    }
}

#[no_mangle]
extern "C" fn interrupt(frame: &mut Frame) {
    if bench_pc::handle_timer(frame) {
        return;
    }
    let address = control::cr2();
    if frame.vector != 14 || !(DATA..DATA + PAGES * PAGE).contains(&address) {
        bench_pc::give_up("exception");
    }
    FAULTS.fetch_add(1, Ordering::Relaxed);
    let page = address & !(PAGE - 1);
    let physical = FIRST_DATA_FRAME.load(Ordering::Relaxed) + page - DATA;
    // SAFETY: the tables of this address space; one CPU.
    let mut tables = unsafe { Tables::at(control::cr3()) };
    tables.map(page, physical, PRESENT | USER | WRITABLE, &mut take_frame);
}

#[no_mangle]
extern "C" fn system_call(number: u64, argument: u64) -> u64 {
    match number {
        // SAFETY: system calls only come from below `enter`.
        0 => unsafe { user::leave(argument) },
        _ => argument + 1,
    }
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    bench_pc::give_up("panic")
}
