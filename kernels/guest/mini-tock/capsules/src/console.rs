//! The console: processes lend it a buffer, and are told when its bytes have been sent.

use core::cell::Cell;

use common::probe;
use kernel::cells::{OptionalCell, TakeCell};
use kernel::error::ErrorCode;
use kernel::grant::{Grant, Granted};
use kernel::hil::{Transmit, TransmitClient};
use kernel::platform::SyscallDriver;
use kernel::process::ProcessId;
use kernel::syscall::Return;

pub const DRIVER: u32 = 1;
/// Bytes that are sent at a time.
pub const CHUNK: usize = 64;

const COMMAND_EXISTS: u32 = 0;
const COMMAND_WRITE: u32 = 1;
const UPCALL_WRITTEN: u32 = 1;
const BUFFER_WRITE: u32 = 1;

/// What the console keeps in each process: how much it wants written, and how much has been sent.
#[repr(C)]
#[derive(Default)]
pub struct Writing {
    pub length: u32,
    pub sent: u32,
    /// Waits for another process's chunk to be through.
    pub is_waiting: bool,
}

/// Subscriptions 0-2 and read-only buffers 0-1: the numbers that exist, though 0 is never used.
pub type ConsoleGrant = Grant<Writing, 3, 2, 2>;

/// The capsule.
pub struct Console {
    uart: &'static dyn Transmit,
    grant: ConsoleGrant,
    /// Empty while its bytes are being sent: then nobody else can have it.
    buffer: TakeCell<[u8]>,
    writer: OptionalCell<ProcessId>,
    in_flight: Cell<u32>,
}

impl Console {
    pub fn new(uart: &'static dyn Transmit, buffer: &'static mut [u8], grant: ConsoleGrant) -> Self {
        Console { uart, grant, buffer: TakeCell::new(buffer), writer: OptionalCell::empty(), in_flight: Cell::new(0) }
    }

    /// Starts a write of `length` bytes, or notes it if another process's is being sent.
    fn write(&self, process: ProcessId, length: u32) -> Result<(), ErrorCode> {
        self.grant.enter(process, |writing, granted| {
            if writing.length != 0 {
                return Err(ErrorCode::Busy);
            }
            let available = granted.readable_length(BUFFER_WRITE) as u32;
            *writing = Writing { length: length.min(available), sent: 0, is_waiting: false };
            probe!(mini_tock, console_write_start, process.index, writing.length);
            self.send_chunk(process, writing, granted);
            Ok(())
        })?
    }

    /// Copies the next bytes out of the process and hands them to the port.
    fn send_chunk(&self, process: ProcessId, writing: &mut Writing, granted: &Granted) {
        let Some(buffer) = self.buffer.take() else {
            writing.is_waiting = true;
            return;
        };
        writing.is_waiting = false;
        let wanted = ((writing.length - writing.sent) as usize).min(buffer.len());
        let count = match buffer.get_mut(..wanted) {
            Some(target) => granted.read(BUFFER_WRITE, writing.sent as usize, target),
            None => 0,
        };
        if count == 0 {
            self.buffer.put(buffer);
            finish(process, writing, granted);
            return;
        }
        self.writer.set(process);
        self.in_flight.set(count as u32);
        if let Err((_, buffer)) = self.uart.transmit(buffer, count) {
            self.buffer.put(buffer);
            self.writer.clear();
            finish(process, writing, granted);
        }
    }
}

/// Tells the process how much was sent.
fn finish(process: ProcessId, writing: &mut Writing, granted: &Granted) {
    let sent = writing.sent;
    *writing = Writing::default();
    probe!(mini_tock, console_write_done, process.index, sent);
    granted.schedule(UPCALL_WRITTEN, [sent, 0, 0]);
}

impl TransmitClient for Console {
    /// The buffer is ours again: go on with this process, or else with the next one that waits.
    fn transmitted(&self, buffer: &'static mut [u8], _length: usize) {
        self.buffer.put(buffer);
        if let Some(process) = self.writer.get() {
            self.writer.clear();
            // A process that died meanwhile has no grant to enter, and nobody to tell.
            let _ = self.grant.enter(process, |writing, granted| {
                writing.sent += self.in_flight.get();
                if writing.sent < writing.length {
                    self.send_chunk(process, writing, granted);
                } else {
                    finish(process, writing, granted);
                }
            });
        }
        self.grant.each(|process, writing, granted| {
            if writing.is_waiting && !self.buffer.is_empty() {
                self.send_chunk(process, writing, granted);
            }
            !self.buffer.is_empty()
        });
    }
}

impl SyscallDriver for Console {
    fn command(&self, number: u32, a: u32, _b: u32, process: ProcessId) -> Return {
        match number {
            COMMAND_EXISTS => Return::Success,
            COMMAND_WRITE => self.write(process, a).into(),
            _ => Return::Failure(ErrorCode::NoSupport),
        }
    }

    fn allocate_grant(&self, process: ProcessId) -> Result<(), ErrorCode> {
        self.grant.enter(process, |_, _| ())
    }
}
