//! System calls: from the number and six words to a result.   (numbers: crate `redox-abi`, module `number`)
//!
//! Reading order: [`system_call`] below, [`time`], [`memory`], [`futex`]; what has to do with files is in `scheme::files`.

mod futex;
mod memory;
pub mod time;

pub use memory::protection_of;

use common::probe;
use hal_x86::interrupt::Frame;
use redox_abi::error::{encode, Result, EINVAL, ENOSYS, EPERM};
use redox_abi::number::*;

use crate::context::end::{self, end, leave_if_killed};
use crate::context::scheduler::switch;
use crate::context::{Death, DeathKind};
use crate::kernel::KERNEL;
use crate::memory::user::UserSlice;
use crate::scheme::{files, namespace};

/// The I/O privilege level in RFLAGS.   @sdm Vol.1 3.4.3
const IO_PRIVILEGE: u64 = 3 << 12;

/// Where SYSCALL ends up.
#[no_mangle]
extern "C" fn system_call(frame: &mut Frame) {
    let number = frame.rax;
    let pid = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        context.system_call = number;
        context.system_calls += 1;
        context.pid
    });
    probe!(redox, system_call, pid, number, frame.rdi, frame.rsi, frame.rdx, frame.rip);
    let result = dispatch(number, [frame.rdi, frame.rsi, frame.rdx, frame.r10, frame.r8, frame.r9], frame);
    KERNEL.with(|kernel| kernel.contexts.current().system_call = 0);
    frame.rax = encode(result);
    probe!(redox, system_return, pid, number, frame.rax);
    leave_if_killed(frame.rip);
}

fn dispatch(number: u64, arguments: [u64; 6], frame: &mut Frame) -> Result<u64> {
    let [a, b, c, d, ..] = arguments;
    match number {
        EXIT => end(Death { kind: DeathKind::Exit, code: a & 0xFF, rip: frame.rip, ..Death::NONE }),
        GETPID => Ok(KERNEL.with(|kernel| kernel.contexts.current().pid as u64)),
        WAITPID => wait(a, b, c),
        KILL => end::kill(a, b),
        IOPL => port_rights(a, frame),
        YIELD => {
            switch();
            Ok(0)
        }
        NANOSLEEP => time::sleep(a, b),
        CLOCK_GETTIME => time::get(a, b),
        FUTEX => futex::operate(a, b, c),
        MPROTECT => memory::protect(a, b, c),
        FUNMAP => memory::unmap(a, b),
        MKNS => namespace::make(UserSlice::new(a, b.checked_mul(16).ok_or(EINVAL)?)?),
        SETRENS => namespace::enter(a, b),
        OPEN => files::open(UserSlice::new(a, b)?, c),
        UNLINK => files::unlink(UserSlice::new(a, b)?),
        CLOSE => files::close(a),
        DUP => files::dup(a, UserSlice::new(b, c)?),
        DUP2 => files::dup2(a, b, UserSlice::new(c, d)?),
        READ => files::read(a, UserSlice::new(b, c)?),
        WRITE => files::write(a, UserSlice::new(b, c)?),
        LSEEK => files::seek(a, b, c),
        FSTAT => files::stat(a, UserSlice::new(b, c)?),
        FPATH => files::path(a, UserSlice::new(b, c)?),
        FSYNC => files::sync(a),
        FTRUNCATE => files::truncate(a, b),
        FMAP => files::map(a, UserSlice::new(b, c)?),
        FEVENT => files::event(a, b),
        _ => Err(ENOSYS),
    }
}

fn wait(pid: u64, status: u64, flags: u64) -> Result<u64> {
    let (pid, word) = end::wait(pid, flags)?;
    if status != 0 {
        UserSlice::new(status, 8)?.write_record(&word)?;
    }
    Ok(pid)
}

/// Lets ring 3 use ports, or no more: the level in the flags that it returns to.
fn port_rights(level: u64, frame: &mut Frame) -> Result<u64> {
    if level != 0 && level != 3 {
        return Err(EINVAL);
    }
    KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        if context.uid != 0 {
            return Err(EPERM);
        }
        context.io_privilege = level as u32;
        frame.rflags = frame.rflags & !IO_PRIVILEGE | level << 12;
        Ok(0)
    })
}
