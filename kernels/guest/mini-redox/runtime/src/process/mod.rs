//! Other processes: making one out of a program, and its end.

mod elf;
mod spawn;

pub use elf::Program;
pub use spawn::{Child, Command, STACK_BYTES, STACK_TOP};

use redox_abi::error::Result;

use crate::call;

/// How a process ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It called exit with this status.
    Exited(u64),
    /// The processor refused something: the vector of the exception.
    Excepted(u64),
    /// Somebody killed it with this signal.
    Killed(u64),
}

impl Ending {
    /// Reads the status word of `waitpid`.
    pub fn of(status: u64) -> Self {
        match status & 0xFF {
            0 => Ending::Exited(status >> 8 & 0xFF),
            low if low & 0x80 != 0 => Ending::Excepted(low & 0x1F),
            signal => Ending::Killed(signal),
        }
    }
}

impl crate::text::Part for Ending {
    fn put_into(&self, line: &mut dyn common::text::Sink) {
        let (what, number) = match *self {
            Ending::Exited(status) => ("exit status ", status),
            Ending::Excepted(vector) => ("exception ", vector),
            Ending::Killed(signal) => ("signal ", signal),
        };
        line.text(what);
        line.decimal64(number);
    }
}

/// Waits for a child to end; any, if `pid` is 0.
pub fn wait(pid: u64) -> Result<(u64, Ending)> {
    let (pid, status) = call::waitpid(pid, 0)?;
    Ok((pid, Ending::of(status)))
}
