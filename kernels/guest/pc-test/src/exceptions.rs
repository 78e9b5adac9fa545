//! Exceptions in ring 0: which vector, which error code.   @sdm Vol.3A 6.15

use core::sync::atomic::Ordering;

use hal_x86::control;

use crate::machine::{own_stack, COUNT, DEBUG_STATUS, ERROR, HANDLER_STACK, VECTOR};
use crate::{attempt, check};

fn error() -> u64 {
    ERROR.load(Ordering::SeqCst)
}

pub fn run() {
    check("divide by zero", attempt!("xor edx, edx", "mov eax, 1", "xor ecx, ecx", "div ecx",), 0);
    check("quotient too large", attempt!("mov edx, 2", "xor eax, eax", "mov ecx, 2", "div ecx",), 0);
    check("most negative number by -1", attempt!("mov eax, 0x80000000", "cdq", "mov ecx, -1", "idiv ecx",), 0);
    check("ud2", attempt!("ud2",), 6);
    check("lock on a register", attempt!(".byte 0xF0, 0x01, 0xC0",), 6);
    check("int3", attempt!("int3",), 3);
    check("not canonical", attempt!("mov rax, 0x8000000000000000", "mov al, [rax]",), 13);
    check("  error code", error(), 0);
    check("null stack is fine in ring 0", attempt!("mov r10d, ss", "xor eax, eax", "mov ss, eax", "mov ss, r10d",), 0xFFFF);
    check("selector beyond the table", attempt!("mov eax, 0x1238", "mov ds, eax",), 13);
    check("  error code", error(), 0x1238);
    check("code segment into ss", attempt!("mov eax, 8", "mov ss, eax",), 13);
    check("  error code", error(), 8);
    check("not present code", attempt!("push 0x40", "lea rax, [rip + 77f]", "push rax", "retfq",), 11);
    check("  error code", error(), 0x40);
    check("int on a stack of its own", attempt!("int 0x90",), 0x90);
    check("  on that stack", own_stack().contains(&HANDLER_STACK.load(Ordering::SeqCst)) as u64, 1);
    single_step();
    breakpoint();
}

fn single_step() {
    let before = COUNT.load(Ordering::SeqCst);
    check("single step", attempt!("pushfq", "or qword ptr [rsp], 0x100", "popfq", "nop", "nop",), 1);
    check("  dr6 bs", DEBUG_STATUS.load(Ordering::SeqCst) >> 14 & 1, 1);
    check("  how many", COUNT.load(Ordering::SeqCst) - before, 1);
}

static WATCHED: core::sync::atomic::AtomicU64 = core::sync::atomic::AtomicU64::new(0);

fn breakpoint() {
    // SAFETY: nobody else uses the debug registers.
    unsafe {
        control::set_dr0(&WATCHED as *const _ as u64);
        control::set_dr7(0x400 | 1 | 1 << 16 | 3 << 18);
    }
    crate::machine::before_attempt();
    WATCHED.store(1, Ordering::SeqCst);
    check("watched write", VECTOR.load(Ordering::SeqCst), 1);
    check("  dr6 b0", DEBUG_STATUS.load(Ordering::SeqCst) & 15, 1);
    // SAFETY: as above.
    unsafe { control::set_dr7(0x400) };
}
