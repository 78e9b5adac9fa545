//! Descriptor tables of the CPU, and the stacks that it takes by itself.   @sdm Vol.3A 5.12, 6.14, 7.7

use core::cell::UnsafeCell;

use hal_x86::descriptor::{Gate, GlobalTable, InterruptTable, TaskState};
use hal_x86::interrupt::stub;

/// Something that `start` fills in before anybody else looks, and whose address the CPU keeps.
struct Once<T>(UnsafeCell<T>);

// SAFETY: one CPU; changed only with interrupts off.
unsafe impl<T> Sync for Once<T> {}

#[repr(align(16))]
struct Stack(#[allow(dead_code)] [u8; 8192]);

static GLOBAL: Once<GlobalTable> = Once(UnsafeCell::new(GlobalTable::new()));
static TASK: Once<TaskState> = Once(UnsafeCell::new(TaskState::new()));
static GATES: Once<InterruptTable> = Once(UnsafeCell::new(InterruptTable::new()));
/// For faults that may come with a bad stack.
static EMERGENCY_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; 8192])));

/// Vectors that run on the emergency stack: NMI, double fault, machine check.
const EMERGENCIES: [u8; 3] = [2, 8, 18];

/// Loads all tables.
pub fn start() {
    // SAFETY: the first code that uses them, with interrupts off.
    unsafe {
        let task = &mut *TASK.0.get();
        task.ist[0] = EMERGENCY_STACK.0.get().add(1) as u64;
        (*GLOBAL.0.get()).load(&*TASK.0.get());
        let gates = &mut *GATES.0.get();
        for vector in 0..=255_u8 {
            gates.0[vector as usize] = Gate::interrupt(stub(vector), 0, EMERGENCIES.contains(&vector) as u64);
        }
        // A program may use the breakpoint instruction.
        gates.0[3] = Gate::interrupt(stub(3), 3, 0);
        (*GATES.0.get()).load();
    }
}

/// The stack for interrupts out of ring 3.
pub fn set_kernel_stack(top: u64) {
    // SAFETY: interrupts are off.
    unsafe { (*TASK.0.get()).rsp[0] = top };
}
