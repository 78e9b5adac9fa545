//! The start of a program and its end.
//!
//! A program starts with a stack that has its arguments on it: their address in `rdi`, their length in `rsi`. Only
//! bootstrap starts without a stack: it brings one along.

use core::arch::global_asm;
use core::panic::PanicInfo;

use common::text::Sink;
use redox_abi::error::{Error, Result};

use crate::text::Line;
use crate::{argument, call};

/// The exit status of a program that panicked.
pub const PANICKED: u64 = 101;

extern "C" {
    fn program_main();
}

global_asm!(
    r#"
    .section .text._start, "ax"
    .globl _start
_start:
    xor ebp, ebp
    call {start}

    .section .text._start_without_stack, "ax"
    .globl _start_without_stack
_start_without_stack:
    lea rsp, [rip + bootstrap_stack_top]
    xor ebp, ebp
    lea rdi, [rip + bootstrap_name]
    mov esi, 9
    call {start}

    .section .rodata.bootstrap_name, "a"
bootstrap_name:
    .ascii "bootstrap"

    .section .bss.bootstrap_stack, "aw", @nobits
    .balign 16
    .space 0x6000
bootstrap_stack_top:
    .text
"#,
    start = sym start,
);

extern "C" fn start(arguments: *const u8, length: usize) -> ! {
    // SAFETY: whoever started us left the arguments there, above everything that our stack will use.
    argument::set(unsafe { core::slice::from_raw_parts(arguments, length) });
    // SAFETY: `program!` defines it.
    unsafe { program_main() };
    call::exit(0)
}

/// Names the function that is the program; it returns nothing or a [`Result`].
#[macro_export]
#[allow_internal_unsafe]
macro_rules! program {
    ($main:path) => {
        #[no_mangle]
        extern "C" fn program_main() {
            $crate::start::Ending::end($main())
        }
    };
}

/// As [`program!`], for bootstrap: the function is given the archive's files.
#[macro_export]
#[allow_internal_unsafe]
macro_rules! bootstrap {
    ($main:path) => {
        #[no_mangle]
        extern "C" fn program_main() {
            // SAFETY: this is bootstrap, linked by bootstrap.ld.
            $crate::start::Ending::end($main(unsafe { $crate::start::archive_files() }))
        }
    };
}

/// Where the archive's header lies in bootstrap's memory.
const ARCHIVE: *const u64 = 0x1000 as *const u64;
/// Words of the header: where the table of files lies, from the header on, and where the archive ends.
const FILES_WORD: usize = 5;
const END_WORD: usize = 6;

/// The archive from its table of files on: what lies behind bootstrap itself.
///
/// # Safety
/// Only in bootstrap, whose memory begins with the archive.
pub unsafe fn archive_files() -> &'static [u8] {
    // SAFETY: initfs.py has put the words into the header, and nothing changes what lies behind bootstrap.
    unsafe {
        let (start, end) = (*ARCHIVE.add(FILES_WORD) as usize, *ARCHIVE.add(END_WORD) as usize);
        core::slice::from_raw_parts(ARCHIVE.cast::<u8>().add(start), end.saturating_sub(start))
    }
}

/// How a program can end by itself.
pub trait Ending {
    fn end(self);
}

impl Ending for () {
    fn end(self) {}
}

impl Ending for Result<()> {
    fn end(self) {
        if let Err(error) = self {
            fail("", error);
        }
    }
}

/// Says what went wrong and ends the program with status 1.
pub fn fail(what: &str, error: Error) -> ! {
    if what.is_empty() {
        crate::say!(error);
    } else {
        crate::say!(what, ": ", error);
    }
    call::exit(1)
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    let mut line = Line::named();
    line.text("panic");
    if let Some(location) = info.location() {
        line.text(" at ");
        line.text(location.file());
        line.text(":");
        line.decimal(location.line());
    }
    if let Some(message) = info.message().as_str() {
        line.text(": ");
        line.text(message);
    }
    line.print();
    call::exit(PANICKED)
}
