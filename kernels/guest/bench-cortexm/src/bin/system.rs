//! A fixed amount of what kernels do between programs: system calls, and a new set of MPU regions for each of two
//! processes in turn, with a timer that interrupts.
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

const PROCESSES: usize = 2;
const MEMORY_WORDS: usize = 1024;
const FLASH_BYTES: u32 = 64 * 1024;
const FRAME_WORDS: usize = 8;
const SLICE_MICROSECONDS: u32 = 1000;
/// System calls that each process makes.
const CALLS: u32 = 20_000;
/// Words that a process changes between two calls.
const TOUCHED: usize = 32;

/// The memory of a process, in its own region.
#[repr(C, align(4096))]
struct Memory([u32; MEMORY_WORDS]);

struct Memories(UnsafeCell<[Memory; PROCESSES]>);

// SAFETY: the kernel below writes the first frames and otherwise leaves them alone.
unsafe impl Sync for Memories {}

static MEMORIES: Memories = Memories(UnsafeCell::new([const { Memory([0; MEMORY_WORDS]) }; PROCESSES]));

/// What runs unprivileged: changes some words of its own, then makes a system call, over and over.
extern "C" fn process() {
    let mut words = [0_u32; TOUCHED];
    let mut sum = 0;
    for call in 0..CALLS {
        for word in words.iter_mut() {
            *word = word.wrapping_add(call) ^ sum;
            sum = sum.rotate_left(1).wrapping_add(*word);
        }
        // SAFETY: no address among the arguments.
        unsafe { system_call::<2>([sum, call, 0, 0]) };
    }
    // SAFETY: as above.
    unsafe { system_call::<6>([sum, CALLS, 0, 0]) };
}

#[no_mangle]
fn main() -> ! {
    let mut out = Serial::start();
    let mut stacks = [0_u32; PROCESSES];
    let mut registers = [[0_u32; 8]; PROCESSES];
    let mut bases = [0_u32; PROCESSES];
    for (index, stack) in stacks.iter_mut().enumerate() {
        // SAFETY: the last words of the process's memory; nobody else uses them yet.
        unsafe {
            let memory = (MEMORIES.0.get() as *mut Memory).add(index) as *mut u32;
            bases[index] = memory as u32;
            *stack = bench_cortexm::first_frame(memory.add(MEMORY_WORDS - FRAME_WORDS), process);
        }
    }
    let timer = SliceTimer::new(25);
    let (mut calls, mut checksum, mut turn) = (0_u32, 0_u32, 0);
    while PROCESS_FAULTED.get() == 0 {
        let regions = [
            Region::new(0, 0, FLASH_BYTES, 0, Access::ReadExecute),
            Region::new(1, bases[turn], MEMORY_WORDS as u32 * 4, 0, Access::ReadWrite),
        ];
        mpu::configure(regions.iter().copied());
        timer.start(SLICE_MICROSECONDS);
        mpu::enable();
        timer.arm();
        // SAFETY: the stack pointer is the process's own, first ours and then as it was left.
        stacks[turn] = unsafe { switch_to_process(stacks[turn], registers[turn].as_mut_ptr()) };
        timer.reset();
        mpu::disable();
        if SYSCALL_FIRED.get() == 0 {
            continue;
        }
        SYSCALL_FIRED.set(0);
        calls += 1;
        // SAFETY: r0 of the stacked frame.
        checksum = checksum.rotate_left(1) ^ unsafe { (stacks[turn] as *const u32).read_volatile() };
        if calls == PROCESSES as u32 * (CALLS + 1) {
            break;
        }
        turn = (turn + 1) % PROCESSES;
    }
    out.text("bench: checksum ");
    out.hex(checksum);
    out.text(", calls ");
    out.decimal(calls);
    out.text("\n");
    semihosting::exit(PROCESS_FAULTED.get() == 0 && checksum == EXPECTED)
}

/// The checksum of all calls, as an emulator by others gives it too.
const EXPECTED: u32 = 0xA704_DCC2;

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    bench_cortexm::give_up("panic")
}

#[no_mangle]
extern "C" fn kernel_fault(_configurable: u32, _hard: u32, _counter: u32) -> ! {
    bench_cortexm::give_up("fault")
}
