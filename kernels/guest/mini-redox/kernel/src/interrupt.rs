//! Interrupts and exceptions: the timer, the lines of devices, page faults that are due, and the mistakes of programs.

use hal_x86::control;
use hal_x86::exit::exit;
use hal_x86::interrupt::Frame;
use hal_x86::pic;
use hal_x86::task::swap_gs;
use hal_x86::user_copy;
use redox_abi::flag::USER_END;

use crate::console::{self, Part::{Address, Number, Text}};
use crate::context::end::{end, leave_if_killed};
use crate::context::scheduler::tick;
use crate::context::{Death, DeathKind};
use crate::kernel::KERNEL;
use crate::memory::fault::access_of;
use crate::memory::space::SpaceId;
use crate::scheme;

/// Comes at any instruction, also between ring 3 and the first of ring 0: only text is written.
const NON_MASKABLE: u64 = 2;
const PAGE_FAULT: u64 = 14;
/// Exceptions that say that the machine or the kernel is broken, wherever they come: double fault, machine check,
/// virtualization, security.
const FATAL: [u64; 4] = [8, 18, 20, 30];
const EXCEPTIONS: u64 = 32;
const TIMER_LINE: u64 = 0;
/// The exit code of a kernel that made a mistake itself.
const EXIT_FAULT: u32 = 0x71;

/// Where all stubs end up.
#[no_mangle]
extern "C" fn interrupt(frame: &mut Frame) {
    if frame.vector == NON_MASKABLE {
        console::line(&[Text("non-maskable interrupt at "), Address(frame.rip)]);
        return;
    }
    let is_user = frame.cs & 3 == 3;
    if is_user {
        // SAFETY: the first thing after ring 3.
        unsafe { swap_gs() };
    }
    match frame.vector {
        PAGE_FAULT => page_fault(frame, is_user),
        vector if vector < EXCEPTIONS => exception(frame, is_user, 0),
        vector => line(vector - pic::FIRST_VECTOR as u64),
    }
    if is_user {
        leave_if_killed(frame.rip);
        // SAFETY: the last thing before ring 3.
        unsafe { swap_gs() };
    }
}

fn line(line: u64) {
    if line == TIMER_LINE {
        // The acknowledgement comes first: the tick may go on with another context.
        pic::end_of_interrupt();
        scheme::tick();
        tick();
    } else {
        scheme::interrupt(line as usize);
    }
}

/// A page that is due is mapped; a bad address that a program gave to the kernel stops the copy; the rest is a mistake.
fn page_fault(frame: &mut Frame, is_user: bool) {
    let address = control::cr2();
    let recovery = user_copy::recovery(frame.rip);
    if address < USER_END && (is_user || recovery.is_some()) && make_present(address, frame.error) {
        return;
    }
    match recovery {
        Some(rip) if !is_user => frame.rip = rip,
        _ => exception(frame, is_user, address),
    }
}

fn make_present(address: u64, error_code: u64) -> bool {
    KERNEL.with(|kernel| {
        let Some(space) = SpaceId::from_plus_one(kernel.contexts.current().space) else { return false };
        kernel.spaces.make_present(&mut kernel.frames, space, address, access_of(error_code)).is_ok()
    })
}

/// A mistake of a program ends it; one of the kernel ends the machine.
fn exception(frame: &Frame, is_user: bool, address: u64) {
    if is_user && !FATAL.contains(&frame.vector) {
        describe(frame, address);
        end(Death {
            kind: DeathKind::Exception,
            code: frame.vector,
            error_code: frame.error,
            address,
            rip: frame.rip,
        });
    }
    console::line(&[Text("exception "), Number(frame.vector), Text(" that nobody can handle, at "), Address(frame.rip)]);
    console::line(&[Text("address "), Address(address), Text(", error code "), Number(frame.error)]);
    exit(EXIT_FAULT)
}

/// The registers of a program that made a mistake, for whoever watches the console.
fn describe(frame: &Frame, address: u64) {
    let (pid, name) = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        (context.pid, context.name)
    });
    let length = name.iter().position(|byte| *byte == 0).unwrap_or(name.len());
    let name = core::str::from_utf8(&name[..length]).unwrap_or("?");
    console::line(&[
        Text("context "), Number(pid as u64), Text(" "), Text(name), Text(": exception "), Number(frame.vector),
        Text(", error code "), Number(frame.error), Text(", address "), Address(address),
    ]);
    for [first, second, third] in [
        [("rip", frame.rip), ("rsp", frame.rsp), ("rflags", frame.rflags)],
        [("rax", frame.rax), ("rbx", frame.rbx), ("rcx", frame.rcx)],
        [("rdx", frame.rdx), ("rsi", frame.rsi), ("rdi", frame.rdi)],
        [("rbp", frame.rbp), ("r8", frame.r8), ("r9", frame.r9)],
        [("r10", frame.r10), ("r11", frame.r11), ("r12", frame.r12)],
        [("r13", frame.r13), ("r14", frame.r14), ("r15", frame.r15)],
    ] {
        console::line(&[
            Text(first.0), Text(" "), Address(first.1), Text(" "), Text(second.0), Text(" "), Address(second.1),
            Text(" "), Text(third.0), Text(" "), Address(third.1),
        ]);
    }
}
