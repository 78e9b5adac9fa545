//! What the core kernel asks of the board.

use common::text::Sink;

use crate::error::ErrorCode;
use crate::fault::FaultPolicy;
use crate::process::{Process, ProcessId};
use crate::syscall::{Call, Return};

/// A capsule that processes can call by its driver number.
pub trait SyscallDriver {
    /// Command `number` with two arguments. Number 0 asks whether the driver is there: success.
    fn command(&self, number: u32, a: u32, b: u32, process: ProcessId) -> Return;

    /// Makes sure that the capsule's grant exists in this process.
    fn allocate_grant(&self, process: ProcessId) -> Result<(), ErrorCode>;
}

/// The board, as the kernel sees it.
pub trait Platform {
    /// The capsule with this driver number.
    fn driver(&self, number: u32) -> Option<&'static dyn SyscallDriver>;

    /// May refuse a process's call before any capsule sees it. Not asked about yield, exit and memop.
    fn filter(&self, _process: &Process, _call: &Call) -> Result<(), ErrorCode> {
        Ok(())
    }

    /// What becomes of a process that faulted.
    fn fault_policy(&self) -> &dyn FaultPolicy;

    /// The bottom half of an interrupt: false if no driver has this line.
    fn serve_interrupt(&self, line: u32) -> bool;

    /// Runs `write` on the kernel's own log.
    fn log(&self, write: &dyn Fn(&mut dyn Sink));

    /// Nothing is ready and nothing is pending; the CPU is about to sleep.
    fn before_sleep(&self) {}
}
