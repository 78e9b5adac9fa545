//! The vector table, the kernel's stack, and the bounds that the linker script sets.

use core::cell::UnsafeCell;
use core::ops::Range;

use hal_cortexm::vectors::{self, Vector};

/// Interrupt lines of the board.
const LINES: usize = 32;
const STACK_WORDS: usize = 2048;
/// Flash for the processes' binaries.
const APPS_BYTES: usize = 64 * 1024;

#[link_section = ".vectors"]
#[used]
static VECTORS: [Vector; vectors::SYSTEM_VECTORS + LINES] = vectors::table();

#[repr(C, align(8))]
struct Stack(UnsafeCell<[u32; STACK_WORDS]>);

// SAFETY: only the CPU's stack pointer refers to it.
unsafe impl Sync for Stack {}

/// The kernel's one stack.
#[link_section = ".stack"]
#[used]
static STACK: Stack = Stack(UnsafeCell::new([0; STACK_WORDS]));

/// Erased until the image builder writes the binaries of the processes over it.
#[link_section = ".apps"]
#[used]
static APPS: [u8; APPS_BYTES] = [0xFF; APPS_BYTES];

extern "C" {
    static _sapps: u8;
    static _eapps: u8;
    static _sappmem: u8;
    static _eappmem: u8;
}

/// The flash in which the kernel looks for processes.
pub fn apps() -> &'static [u8] {
    let start = &raw const _sapps;
    let end = &raw const _eapps;
    // SAFETY: the linker script makes these the bounds of one section, which nothing writes while the board runs.
    unsafe { core::slice::from_raw_parts(start, end as usize - start as usize) }
}

/// The RAM that processes get their blocks from.
pub fn app_memory() -> Range<u32> {
    (&raw const _sappmem) as u32..(&raw const _eappmem) as u32
}
