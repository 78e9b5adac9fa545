//! Tables, stacks, and the one handler of all exceptions and interrupts.
//!
//! A test that expects an exception runs its instruction through [`attempt`]: the handler notes what came and goes on at
//! the address that the attempt left in `resume`.

use core::cell::UnsafeCell;
use core::sync::atomic::{AtomicU64, Ordering};

use common::probe;
use common::text::Sink;
use hal_x86::control;
use hal_x86::descriptor::{Gate, GlobalTable, InterruptTable, TaskState};
use hal_x86::exit::exit;
use hal_x86::interrupt::{stub, Frame};
use hal_x86::pic;
use hal_x86::serial::Serial;
use hal_x86::user;

/// Something static that the start-up code fills in before anybody else looks.
struct Once<T>(UnsafeCell<T>);

// SAFETY: written once, by `start`, on the only CPU.
unsafe impl<T> Sync for Once<T> {}

#[repr(align(16))]
struct Stack(#[allow(dead_code)] [u8; STACK_BYTES]);

const STACK_BYTES: usize = 16384;

static GLOBAL: Once<GlobalTable> = Once(UnsafeCell::new(GlobalTable::new()));
static TASK: Once<TaskState> = Once(UnsafeCell::new(TaskState::new()));
static GATES: Once<InterruptTable> = Once(UnsafeCell::new(InterruptTable::new()));
static RING_0_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; STACK_BYTES])));
static CALL_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; STACK_BYTES])));
static FAULT_STACK: Once<Stack> = Once(UnsafeCell::new(Stack([0; STACK_BYTES])));

/// The exception that came last: vector, error code, CR2, and how many came.
pub static VECTOR: AtomicU64 = AtomicU64::new(0);
pub static ERROR: AtomicU64 = AtomicU64::new(0);
pub static ADDRESS: AtomicU64 = AtomicU64::new(0);
pub static COUNT: AtomicU64 = AtomicU64::new(0);
/// DR6 at the last #DB.
pub static DEBUG_STATUS: AtomicU64 = AtomicU64::new(0);
/// The stack pointer and CS of what was interrupted last.
pub static INTERRUPTED_CS: AtomicU64 = AtomicU64::new(0);
/// The stack pointer in the handler that ran last.
pub static HANDLER_STACK: AtomicU64 = AtomicU64::new(0);
/// Interrupts of the timer.
pub static TICKS: AtomicU64 = AtomicU64::new(0);
/// Where to go on after an exception, or 0.
#[no_mangle]
static RESUME: AtomicU64 = AtomicU64::new(0);
/// The stack pointer of the attempt, which may have pushed something.
#[no_mangle]
static ATTEMPT_STACK: AtomicU64 = AtomicU64::new(0);
/// Whether an exception in ring 3 ends the visit there.
pub static LEAVES_USER: AtomicU64 = AtomicU64::new(0);

/// A vector that ring 3 may use by INT.
pub const OPEN_VECTOR: u8 = 0x80;
/// What a handler in ring 3 brings back when it ends a visit.
pub const FAULTED: u64 = 0xFA17;
/// A vector that runs on the first stack of the interrupt stack table.
pub const OWN_STACK_VECTOR: u8 = 0x90;

fn top(stack: &'static Once<Stack>) -> u64 {
    stack.0.get() as u64 + STACK_BYTES as u64
}

/// The range of the stack that [`OWN_STACK_VECTOR`] runs on.
pub fn own_stack() -> core::ops::Range<u64> {
    FAULT_STACK.0.get() as u64..top(&FAULT_STACK)
}

/// The range of the stack for interrupts out of ring 3.
pub fn ring_0_stack() -> core::ops::Range<u64> {
    RING_0_STACK.0.get() as u64..top(&RING_0_STACK)
}

/// Permits or forbids a port below 32 to ring 3.
pub fn permit_port(port: u16, permitted: bool) {
    // SAFETY: one CPU, and no reference to the TSS lives on.
    unsafe {
        let bits = &mut (*TASK.0.get()).io_bits[port as usize / 8];
        let bit = 1 << (port % 8);
        *bits = if permitted { *bits & !bit } else { *bits | bit };
    }
}

/// Loads the tables.
pub fn start() {
    // SAFETY: called once, first of all.
    unsafe {
        let task = &mut *TASK.0.get();
        task.rsp[0] = top(&RING_0_STACK);
        task.ist[0] = top(&FAULT_STACK);
        (*GLOBAL.0.get()).load(&*TASK.0.get());
        let gates = &mut *GATES.0.get();
        for vector in 0..=255 {
            let ring = if vector == OPEN_VECTOR || vector == 3 { 3 } else { 0 };
            let stack = if vector == OWN_STACK_VECTOR { 1 } else { 0 };
            gates.0[vector as usize] = Gate::interrupt(stub(vector), ring, stack);
        }
        (*GATES.0.get()).load();
        user::start(top(&CALL_STACK));
    }
}

/// Runs something that may cause an exception; tells which, or 0xFFFF if none came.
///
/// The macro puts the address behind the instructions into `RESUME`, so that the handler can go on there.
#[macro_export]
macro_rules! attempt {
    ($($code:tt)*) => {{
        $crate::machine::before_attempt();
        // SAFETY: an exception goes on behind the instructions; those that get through are harmless.
        unsafe {
            core::arch::asm!(
                "lea r11, [rip + 77f]",
                "mov [rip + RESUME], r11",
                "mov [rip + ATTEMPT_STACK], rsp",
                $($code)*
                "77:",
                "mov rsp, [rip + ATTEMPT_STACK]",
                out("r11") _, out("rax") _, out("rcx") _, out("rdx") _, out("r10") _,
            );
        }
        $crate::machine::after_attempt()
    }};
}

pub fn before_attempt() {
    VECTOR.store(0xFFFF, Ordering::SeqCst);
    ERROR.store(0, Ordering::SeqCst);
}

pub fn after_attempt() -> u64 {
    RESUME.store(0, Ordering::SeqCst);
    VECTOR.load(Ordering::SeqCst)
}

#[no_mangle]
extern "C" fn interrupt(frame: &mut Frame) {
    probe!(pc_test, interrupt, frame.vector, frame.error, frame.rip, frame.cs, frame.rflags, frame.rsp);
    COUNT.fetch_add(1, Ordering::SeqCst);
    if frame.vector == pic::FIRST_VECTOR as u64 {
        TICKS.fetch_add(1, Ordering::SeqCst);
        pic::end_of_interrupt();
        return;
    }
    VECTOR.store(frame.vector, Ordering::SeqCst);
    ERROR.store(frame.error, Ordering::SeqCst);
    INTERRUPTED_CS.store(frame.cs, Ordering::SeqCst);
    HANDLER_STACK.store(frame as *mut Frame as u64, Ordering::SeqCst);
    match frame.vector {
        1 => debug(frame),
        3 | 4 | 0x80..=0x9F => return,
        14 => ADDRESS.store(control::cr2(), Ordering::SeqCst),
        _ => {}
    }
    if frame.vector != 1 {
        go_on(frame);
    }
}

fn debug(frame: &mut Frame) {
    DEBUG_STATUS.store(control::dr6(), Ordering::SeqCst);
    // SAFETY: nobody else uses the debug registers.
    unsafe { control::set_dr6(0xFFFF_0FF0) };
    frame.rflags &= !control::RFLAGS_TF;
    frame.rflags |= 1 << 16; // RF: a breakpoint on the instruction does not stop it twice
}

fn go_on(frame: &mut Frame) {
    if frame.cs & 3 == 3 && LEAVES_USER.load(Ordering::SeqCst) != 0 {
        // SAFETY: user code only runs below `enter`.
        unsafe { user::leave(FAULTED) }
    }
    let resume = RESUME.load(Ordering::SeqCst);
    if resume == 0 {
        Serial.text("pc-test: exception out of place, vector ");
        Serial.decimal(frame.vector as u32);
        Serial.text(", error ");
        Serial.hex64(frame.error);
        Serial.text(", rip ");
        Serial.hex64(frame.rip);
        Serial.text("\n");
        exit(3);
    }
    frame.rip = resume;
}

/// System calls: 0 ends the visit with its argument, 1 adds one, 2 tells RFLAGS as the kernel sees them.
#[no_mangle]
extern "C" fn system_call(number: u64, argument: u64) -> u64 {
    probe!(pc_test, system_call, number, argument);
    match number {
        // SAFETY: system calls only come from below `enter`.
        0 => unsafe { user::leave(argument) },
        1 => argument + 1,
        _ => u64::MAX,
    }
}
