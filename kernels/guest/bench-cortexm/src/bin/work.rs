//! A fixed amount of mixed work, to measure an emulator by: arithmetic, loads and stores, branches, calls, with the
//! MPU on and a timer that interrupts.
//!
//! The work runs unprivileged like a process, behind two MPU regions; the loop in [`main`] is its kernel. It ends by
//! itself with a checksum, so that a wrong emulator shows.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]


use core::cell::UnsafeCell;
use core::panic::PanicInfo;

use bench_cortexm::Serial;
use common::text::Sink;
use hal_cortexm::mpu::{self, Access, Region};
use hal_cortexm::semihosting;
use hal_cortexm::switch::{switch_to_process, PROCESS_FAULTED, SYSCALL_FIRED};
use hal_cortexm::systick::SliceTimer;
use hal_cortexm::user::system_call;
use hal_cortexm::vectors::{self, Vector};

#[link_section = ".vectors"]
#[used]
static VECTORS: [Vector; vectors::SYSTEM_VECTORS + 32] = vectors::table();

/// Stack of the work, in its own region.
#[repr(C, align(16384))]
struct Memory(UnsafeCell<[u32; MEMORY_WORDS]>);

// SAFETY: the kernel below writes the first frame and otherwise leaves it alone.
unsafe impl Sync for Memory {}

const MEMORY_WORDS: usize = 4096;
const FLASH_BYTES: u32 = 64 * 1024;
const FRAME_WORDS: usize = 8;
const SLICE_MICROSECONDS: u32 = 1000;
/// Times that all of the work is done.
const ROUNDS: u32 = 30;

static MEMORY: Memory = Memory(UnsafeCell::new([0; MEMORY_WORDS]));

/// What runs unprivileged: the work, and then one system call that brings the checksum.
extern "C" fn process() {
    let mut checksum = 0;
    for round in 0..ROUNDS {
        checksum = bench_work::round(round, checksum);
    }
    // SAFETY: no address among the arguments.
    unsafe { system_call::<6>([checksum, 0, 0, 0]) };
}

#[no_mangle]
fn main() -> ! {
    let mut out = Serial::start();
    let memory = MEMORY.0.get() as *mut u32;
    let frame = MEMORY_WORDS - FRAME_WORDS;
    // SAFETY: the last words of the work's memory; nobody else uses them yet.
    let mut stack = unsafe { bench_cortexm::first_frame(memory.add(frame), process) };
    let regions = [
        Region::new(0, 0, FLASH_BYTES, 0, Access::ReadExecute),
        Region::new(1, memory as u32, MEMORY_WORDS as u32 * 4, 0, Access::ReadWrite),
    ];
    mpu::configure(regions.iter().copied());
    let timer = SliceTimer::new(25);
    let mut registers = [0_u32; 8];
    let mut slices = 0;
    while SYSCALL_FIRED.get() == 0 && PROCESS_FAULTED.get() == 0 {
        slices += 1;
        timer.start(SLICE_MICROSECONDS);
        mpu::enable();
        timer.arm();
        // SAFETY: the stack pointer is the work's own, first ours and then as it was left.
        stack = unsafe { switch_to_process(stack, registers.as_mut_ptr()) };
        timer.reset();
        mpu::disable();
    }
    // SAFETY: r0 of the stacked frame.
    let checksum = unsafe { (stack as *const u32).read_volatile() };
    out.text("bench: checksum ");
    out.hex(checksum);
    out.text(", slices ");
    out.decimal(slices);
    out.text("\n");
    semihosting::exit(PROCESS_FAULTED.get() == 0 && checksum == bench_work::EXPECTED)
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    bench_cortexm::give_up("panic")
}

#[no_mangle]
extern "C" fn kernel_fault(_configurable: u32, _hard: u32, _counter: u32) -> ! {
    bench_cortexm::give_up("fault")
}
