//! The board: which chip, which capsules, which processes.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

use cmsdk::uart::UartRegisters;
use hal_cortexm::reset::reset_handler;

/// One entry of the vector table.
#[repr(C)]
union Vector {
    handler: unsafe extern "C" fn() -> !,
    stack: *const u32,
    reserved: u32,
}
// SAFETY: read by the CPU only.
unsafe impl Sync for Vector {}

extern "C" {
    static _estack: u32;
}

#[link_section = ".vectors"]
#[used]
static VECTORS: [Vector; 4] = [
    Vector { stack: &raw const _estack },
    Vector { handler: reset_handler },
    Vector { reserved: 0 },
    Vector { handler: reset_handler },
];

/// The kernel's one stack.
#[link_section = ".stack"]
#[used]
static STACK: Stack = Stack(core::cell::UnsafeCell::new([0; 2048]));
#[repr(C, align(8))]
struct Stack(core::cell::UnsafeCell<[u32; 2048]>);
// SAFETY: only the CPU's stack pointer refers to it.
unsafe impl Sync for Stack {}

/// Flash for the processes' binaries, erased until the image builder fills it.
#[link_section = ".apps"]
#[used]
static APPS: [u8; 64 * 1024] = [0xFF; 64 * 1024];

#[no_mangle]
static mut BOOT_COUNT: u32 = 41;

#[no_mangle]
fn main() -> ! {
    // SAFETY: the UART's registers are at this address.
    let uart = unsafe { &*(0x4000_4000 as *const UartRegisters) };
    uart.enable(217);
    common::probe!(mini_tock, console_write_start, 1, 18);
    for byte in b"mini-tock: hello, world\n" {
        uart.send(*byte);
    }
    common::probe!(mini_tock, console_write_done, 1);
    // SAFETY: single thread.
    unsafe { BOOT_COUNT += 1 };
    hal_cortexm::semihosting::exit(true)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    hal_cortexm::semihosting::exit(false)
}
