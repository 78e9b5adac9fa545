//! A fixed amount of mixed work in 64-bit code, with paging on and a timer that interrupts. It ends by itself with a
//! checksum, so that a wrong emulator shows.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

use core::arch::asm;
use core::panic::PanicInfo;

use common::boot::BootInformation;
use hal_x86::interrupt::Frame;

/// Times that all of the work is done.
const ROUNDS: u32 = 30;

#[no_mangle]
extern "C" fn kernel_main(_information: &BootInformation) -> ! {
    bench_pc::start();
    // SAFETY: the timer's handler returns.
    unsafe { asm!("sti", options(nomem, nostack)) };
    let mut checksum = 0;
    for round in 0..ROUNDS {
        checksum = bench_work::round(round, checksum);
    }
    // SAFETY: as before.
    unsafe { asm!("cli", options(nomem, nostack)) };
    bench_pc::finish(checksum, bench_work::EXPECTED)
}

#[no_mangle]
extern "C" fn interrupt(frame: &mut Frame) {
    if !bench_pc::handle_timer(frame) {
        bench_pc::give_up("exception");
    }
}

#[no_mangle]
extern "C" fn system_call(_number: u64, _argument: u64) -> u64 {
    bench_pc::give_up("system call")
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    bench_pc::give_up("panic")
}
