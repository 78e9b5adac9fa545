//! A microkernel in the manner of Redox: address spaces, contexts, and messages between them; everything else is a program.
//!
//! Reading order: [`main`](kernel_main) (from the firmware to the first program), [`kernel`] (the state), [`memory`],
//! [`context`], [`system_call`], [`interrupt`], [`scheme`], [`bootstrap`].
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

mod bootstrap;
mod console;
mod context;
mod exclusive;
mod interrupt;
mod kernel;
mod memory;
mod parameters;
mod scheme;
mod segments;
mod system_call;

use core::arch::global_asm;
use core::panic::PanicInfo;

use common::boot::{BootInformation, BOOT_MAGIC};
use hal_x86::control::{self, CR4_PGE};
use hal_x86::exit::exit;
use hal_x86::file_of_lines;
use hal_x86::pic;
use hal_x86::serial::Serial;
use hal_x86::task;

use console::Part::{Address, Number, Text};
use context::scheduler::{switch, TIMER_DIVISOR};
use context::table::MOST_CONTEXTS;
use context::STACK_BYTES;
use kernel::KERNEL;
use memory::frames::Purpose;
use memory::table::kernel_table;

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 1 ", line!(), "\n", $instruction)
    };
}

/// The exit code of a kernel that gave up.
const EXIT_PANIC: u32 = 0x70;
/// The lines of the interrupt controller that are open from the start: the timer and the second controller.
const OPEN_LINES: u16 = 1 << 0 | 1 << 2;

// The first stack; later that of the idle context.
global_asm!(
    file_of_lines!(1, "mini-redox/kernel/src/main.rs"),
    ".section .text.start, \"ax\"",
    ".globl kernel_start",
    "kernel_start:",
    at!("lea rsp, [rip + kernel_stack + 65536]"),
    at!("xor ebp, ebp"),
    at!("call kernel_main"),
    at!("ud2"),

    ".section .bss.kernel_stack, \"aw\", @nobits",
    ".balign 4096",
    "kernel_stack:",
    ".space 65536",
);

#[no_mangle]
extern "C" fn kernel_main(information: &BootInformation) -> ! {
    Serial::start();
    assert!(information.magic == BOOT_MAGIC, "no boot information");
    let information = *information;
    console::line(&[Text("mini-redox, "), Number(information.ram_bytes >> 20), Text(" MiB of RAM")]);
    segments::start();
    // The interrupt controller's registers are seen through the firmware's map, and only now.
    pic::start(OPEN_LINES);
    let archive = bootstrap::copy_archive(&information);
    start_memory(&information, &archive);
    // SAFETY: the segments are those of `descriptor`.
    unsafe { task::start() };
    pic::start_timer(TIMER_DIVISOR);
    KERNEL.with(|kernel| kernel.contexts.timeslice = parameters::timeslice());
    scheme::start();
    bootstrap::spawn(&archive);
    idle()
}

/// Builds the kernel's own page tables, leaves the firmware's, and counts what is free.
fn start_memory(information: &BootInformation, archive: &bootstrap::Archive) {
    let mut free = archive.behind;
    let table = kernel_table(information.ram_bytes, &mut free);
    // SAFETY: the image and the stack are mapped as before, and RAM is in the linear map. Pages are global only from here
    // on, so that nothing of the firmware's map stays in the TLB.
    unsafe {
        control::set_cr3(table.root.0);
        control::set_cr4(control::cr4() | CR4_PGE);
    }
    KERNEL.with(|kernel| {
        let stacks = kernel.frames.start(information.ram_bytes, free, MOST_CONTEXTS as u64 * STACK_BYTES);
        kernel.spaces.kernel_root = table.root.0;
        kernel.spaces.zero_frame = kernel.frames.allocate(Purpose::Kernel).expect("the first frame").0;
        kernel.contexts.start(stacks);
    });
    let (free, root) = KERNEL.with(|kernel| (kernel.frames.free, kernel.spaces.kernel_root));
    console::line(&[Text("page tables at "), Address(root), Text(", "), Number(free), Text(" frames free")]);
}

/// What the kernel does when no program can run: waits for an interrupt, and looks again.
fn idle() -> ! {
    loop {
        switch();
        control::wait_for_interrupt();
    }
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    let place = info.location().map_or(("?", 0), |place| (place.file(), place.line()));
    console::line(&[Text("panic at "), Text(place.0), Text(":"), Number(place.1 as u64)]);
    if let Some(message) = info.message().as_str() {
        console::line(&[Text(message)]);
    }
    exit(EXIT_PANIC)
}
