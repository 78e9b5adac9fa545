//! What both benchmarks of the PC need of a kernel: tables, stacks, a timer that interrupts.
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

use core::arch::global_asm;
use core::cell::UnsafeCell;
use core::sync::atomic::{AtomicU32, Ordering};

use common::text::Sink;
use hal_x86::descriptor::{Gate, GlobalTable, InterruptTable, TaskState};
use hal_x86::exit::exit;
use hal_x86::interrupt::{stub, Frame};
use hal_x86::pic;
use hal_x86::serial::Serial;
use hal_x86::user;

/// Ticks of the timer, a thousand a second.
pub static TICKS: AtomicU32 = AtomicU32::new(0);

/// Something static that the start-up code fills in before anybody else looks.
struct Once<T>(UnsafeCell<T>);

// SAFETY: written once, by `start`, on the only CPU.
unsafe impl<T> Sync for Once<T> {}

const STACK_BYTES: usize = 16384;

#[repr(align(16))]
struct Stack(#[allow(dead_code)] [u8; STACK_BYTES]);

static GLOBAL: Once<GlobalTable> = Once(UnsafeCell::new(GlobalTable::new()));
static TASK: Once<TaskState> = Once(UnsafeCell::new(TaskState::new()));
static GATES: Once<InterruptTable> = Once(UnsafeCell::new(InterruptTable::new()));
static RING_0_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; STACK_BYTES])));
static CALL_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; STACK_BYTES])));

// The firmware's stack is too small to keep.
global_asm!(
    r#"
    .section .text.start, "ax"
    .globl kernel_start
kernel_start:
    lea rsp, [rip + kernel_stack + 131072]
    xor ebp, ebp
    call kernel_main
    ud2

    .section .bss.kernel_stack, "aw", @nobits
    .balign 4096
kernel_stack:
    .space 131072
"#
);

/// Loads the tables and starts the timer. Interrupts are let in where the caller says so.
pub fn start() {
    // SAFETY: called once, first of all.
    unsafe {
        (*TASK.0.get()).rsp[0] = RING_0_STACK.0.get() as u64 + STACK_BYTES as u64;
        (*GLOBAL.0.get()).load(&*TASK.0.get());
        let gates = &mut *GATES.0.get();
        for vector in 0..=255 {
            gates.0[vector as usize] = Gate::interrupt(stub(vector), 0, 0);
        }
        (*GATES.0.get()).load();
        user::start(CALL_STACK.0.get() as u64 + STACK_BYTES as u64);
    }
    pic::start(1);
    pic::start_timer(1193);
}

/// Handles the timer; false if the interrupt is another.
pub fn handle_timer(frame: &Frame) -> bool {
    if frame.vector != pic::FIRST_VECTOR as u64 {
        return false;
    }
    TICKS.fetch_add(1, Ordering::Relaxed);
    pic::end_of_interrupt();
    true
}

/// Prints the result and ends the machine: exit code 1 if it is the expected one, else 3.
pub fn finish(checksum: u32, expected: u32) -> ! {
    Serial.text("bench: checksum ");
    Serial.hex(checksum);
    Serial.text("\n");
    exit((checksum != expected) as u32)
}

/// Gives up.
pub fn give_up(why: &str) -> ! {
    Serial.text("bench: ");
    Serial.text(why);
    Serial.text("\n");
    exit(2)
}
