//! The system calls, one function a class. All but yield and exit return to the process at once.

use common::probe;

use crate::dispatch::NO_SUCH_CLASS;
use crate::error::ErrorCode;
use crate::grant::{Allow, SavedAllow, SavedUpcall};
use crate::kernel::Kernel;
use crate::platform::{Platform, SyscallDriver};
use crate::process::{Process, State};
use crate::syscall::{Call, Class, Return};
use crate::upcall::UpcallId;

const YIELD_NO_WAIT: u32 = 0;
const YIELD_WAIT: u32 = 1;
const YIELD_WAIT_FOR: u32 = 2;
const EXIT_TERMINATE: u32 = 0;
const EXIT_RESTART: u32 = 1;

impl Kernel {
    /// Filter first, then the class's own function, then the result into the process's registers.
    pub(crate) fn handle_call(&self, platform: &dyn Platform, process: &'static Process, call: Call) {
        process.last_call.set(call);
        process.counters.calls.set(process.counters.calls.get().wrapping_add(1));
        let [a, b, c, d] = call.arguments;
        probe!(mini_tock, system_call, process.index, call.class, a, b, c);
        let Some(class) = Class::of(call.class) else {
            process.set_return(NO_SUCH_CLASS);
            return;
        };
        match class {
            Class::Yield => return yield_call(process, a, b, c),
            Class::Exit => return exit_call(process, a, b),
            Class::Memop => return process.set_return(memop(process, a, b)),
            _ => {}
        }
        if let Err(code) = platform.filter(process, &call) {
            return process.set_return(refusal(class, code, c, d));
        }
        let Some(driver) = platform.driver(a) else {
            return process.set_return(refusal(class, ErrorCode::NoDevice, c, d));
        };
        process.set_return(match class {
            Class::Command => driver.command(b, c, d, process.id()),
            Class::Subscribe => subscribe(process, driver, UpcallId { driver: a, subscribe: b }, c, d),
            Class::ReadOnlyAllow => allow(process, driver, Allow::ReadOnly, [a, b, c, d]),
            _ => allow(process, driver, Allow::ReadWrite, [a, b, c, d]),
        });
    }
}

/// A failure that gives back what the process wanted to hand over.
fn refusal(class: Class, code: ErrorCode, c: u32, d: u32) -> Return {
    match class {
        Class::Command => Return::Failure(code),
        _ => Return::FailureWords(code, c, d),
    }
}

/// Yield has no result of its own, but for a byte that tells whether an upcall ran.
fn yield_call(process: &Process, kind: u32, a: u32, b: u32) {
    match kind {
        YIELD_NO_WAIT => {
            let has_upcall = !process.upcalls.is_empty();
            let _ = process.memory.store_byte(a, has_upcall as u8);
            if has_upcall {
                process.set_state(State::Yielded);
            }
        }
        YIELD_WAIT => process.set_state(State::Yielded),
        YIELD_WAIT_FOR => {
            process.waiting_for.set(UpcallId { driver: a, subscribe: b });
            process.set_state(State::YieldedFor);
        }
        _ => process.set_return(Return::Failure(ErrorCode::NoSupport)),
    }
}

fn exit_call(process: &Process, kind: u32, completion_code: u32) {
    match kind {
        EXIT_TERMINATE => process.terminate(completion_code),
        EXIT_RESTART => process.restart(),
        _ => process.set_return(Return::Failure(ErrorCode::NoSupport)),
    }
}

fn memop(process: &Process, operation: u32, a: u32) -> Return {
    let memory = &process.memory;
    match operation {
        0 => memory.set_app_break(process.index, a, &process.protection).into(),
        1 => {
            let old = memory.app_break.get();
            match memory.set_app_break(process.index, old.wrapping_add(a), &process.protection) {
                Ok(()) => Return::SuccessWord(old),
                Err(code) => Return::Failure(code),
            }
        }
        2 => Return::SuccessWord(memory.start),
        3 => Return::SuccessWord(memory.end),
        4 => Return::SuccessWord(process.flash_start),
        5 => Return::SuccessWord(process.flash_end),
        6 => Return::SuccessWord(memory.kernel_break.get()),
        7 => Return::SuccessWord(0), // no writeable flash
        10 | 11 => Return::Success,  // hints for debuggers; the panes read DWARF instead
        _ => Return::Failure(ErrorCode::NoSupport),
    }
}

/// Makes sure that the driver's grant exists: at first use the kernel has the capsule allocate it.
fn ensure_grant(process: &Process, driver: &dyn SyscallDriver, number: u32) -> Result<(), ErrorCode> {
    if process.has_grant(number) { Ok(()) } else { driver.allocate_grant(process.id()) }
}

/// Swaps the process's function for an upcall; what was queued for the old one is dropped.
fn subscribe(process: &Process, driver: &dyn SyscallDriver, id: UpcallId, function: u32, data: u32) -> Return {
    let fail = |code| Return::FailureWords(code, function, data);
    if function != 0 && !process.executes(function & !1) {
        return fail(ErrorCode::Invalid);
    }
    if let Err(code) = ensure_grant(process, driver, id.driver) {
        return fail(code);
    }
    let Some(slot) = process.saved_upcall(id.driver, id.subscribe) else {
        return fail(ErrorCode::NoSupport);
    };
    let old = slot.replace(SavedUpcall { function, data });
    process.upcalls.cancel(id);
    Return::SuccessWords(old.function, old.data)
}

/// Swaps the buffer that a driver may use. A buffer of no bytes takes the right away.
fn allow(process: &Process, driver: &dyn SyscallDriver, kind: Allow, arguments: [u32; 4]) -> Return {
    let [number, buffer, address, length] = arguments;
    let fail = |code| Return::FailureWords(code, address, length);
    let is_in_memory = process.memory.owns(address, length);
    let is_in_flash = kind == Allow::ReadOnly
        && process.executes(address)
        && address.checked_add(length).is_some_and(|end| end <= process.flash_end);
    if length != 0 && !is_in_memory && !is_in_flash {
        return fail(ErrorCode::Invalid);
    }
    if let Err(code) = ensure_grant(process, driver, number) {
        return fail(code);
    }
    let Some(slot) = process.saved_allow(number, kind, buffer) else {
        return fail(ErrorCode::NoSupport);
    };
    if length != 0 && is_in_memory {
        process.memory.lend(address + length);
    }
    let old = slot.replace(SavedAllow { address, length });
    Return::SuccessWords(old.address, old.length)
}
