//! Tries what a 64-bit kernel needs of a PC, and prints one line for each thing tried, so that two machines can be
//! compared: modes, exceptions with their error codes, paging, ring 3, system calls, interrupts.
//!
//! Reading order: [`machine`] (tables, stacks, the one handler), [`progress`] (what a debugger sees of the run), then the
//! tests in the order in which they run. It ends by
//! the exit device: exit code 1 if every test did what it expects, else 3.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

mod exceptions;
mod interrupts;
mod machine;
mod modes;
mod pages;
mod progress;
mod rings;

use core::arch::global_asm;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicU32, Ordering};

use common::boot::{BootInformation, BOOT_MAGIC};
use common::text::Sink;
use hal_x86::exit::exit;
use hal_x86::serial::Serial;

use crate::progress::chapter_of;

static WRONG: AtomicU32 = AtomicU32::new(0);

// The firmware's stack is too small to keep.
global_asm!(
    r#"
    .section .text.start, "ax"
    .globl kernel_start
kernel_start:
    lea rsp, [rip + kernel_stack + 32768]
    xor ebp, ebp
    call kernel_main
    ud2

    .section .bss.kernel_stack, "aw", @nobits
    .balign 4096
kernel_stack:
    .space 32768
"#
);

/// Prints what was seen, and whether it is what the manual says.
pub fn check(what: &'static str, seen: u64, expected: u64) {
    progress::note(what, seen, expected);
    Serial.text(what);
    Serial.text(": ");
    Serial.hex64(seen);
    if seen != expected {
        WRONG.fetch_add(1, Ordering::Relaxed);
        Serial.text(" WRONG, expected ");
        Serial.hex64(expected);
    }
    Serial.text("\n");
}

#[no_mangle]
extern "C" fn kernel_main(information: &BootInformation) -> ! {
    Serial.text("pc-test\n");
    check("boot information", (information.magic == BOOT_MAGIC) as u64, 1);
    machine::start();
    chapter_of(0, modes::run);
    chapter_of(1, exceptions::run);
    chapter_of(2, || pages::run(information));
    chapter_of(3, || rings::run(information));
    chapter_of(4, interrupts::run);
    let wrong = WRONG.load(Ordering::Relaxed);
    check("wrong", wrong as u64, 0);
    exit((wrong != 0) as u32)
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    Serial.text("pc-test: panic\n");
    exit(2)
}
