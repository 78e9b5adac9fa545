//! Contexts: what a thread of execution is, who runs, and how one ends.
//!
//! Reading order: [`Context`], [`table`] (all of them), [`scheduler`] (who runs next, and the switch), [`end`] (how one
//! ends).

pub mod end;
pub mod scheduler;
pub mod table;

use common::probe;
use hal_x86::task::{FloatingState, Registers};

/// How many files a context can have open.
pub const MOST_FILES: usize = 32;
/// How long a name can be.
pub const NAME_BYTES: usize = 32;
/// The size of a kernel stack.
pub const STACK_BYTES: u64 = 64 * 1024;

/// Whether a context can run.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The entry of the table is free.
    Free = 0,
    Runnable = 1,
    /// Waits for what [`Reason`] says; a signal may end that.
    Blocked = 2,
    /// Waits for what [`HardReason`] says; nothing else ends that.
    HardBlocked = 3,
    /// Has ended, and its parent has not asked yet.
    Dead = 4,
}

/// What a hard-blocked context waits for.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum HardReason {
    None = 0,
    NotYetStarted = 1,
}

/// What a blocked context waits for.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    None = 0,
    /// A client: the answer of a server.
    SchemeCall = 1,
    /// A server: a message on its socket.
    SchemeMessage = 2,
    /// An event on its queue.
    Event = 3,
    PipeRead = 4,
    PipeWrite = 5,
    /// The time in `wake`.
    Sleep = 6,
    /// The end of a child.
    ChildEnd = 7,
    Futex = 8,
    /// A byte of the serial port or the keyboard.
    DeviceInput = 9,
}

/// How a context ended.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DeathKind {
    None = 0,
    /// By itself; `code` is the status.
    Exit = 1,
    /// By an exception; `code` is the vector.
    Exception = 2,
    /// By a signal; `code` is its number.
    Signal = 3,
}

/// How and where a context ended.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Death {
    pub kind: DeathKind,
    pub code: u64,
    /// The error code of the exception.
    pub error_code: u64,
    /// CR2 after a page fault.
    pub address: u64,
    /// Where it was.
    pub rip: u64,
}

impl Death {
    pub const NONE: Death = Death { kind: DeathKind::None, code: 0, error_code: 0, address: 0, rip: 0 };
}

/// A thread of execution; here also a process, since each has an address space of its own.
#[repr(C)]
pub struct Context {
    /// Counted from 0, never used twice; 0 is the kernel's own, which runs when nobody else can.
    pub pid: u32,
    pub parent: u32,
    pub status: Status,
    pub hard_reason: HardReason,
    pub reason: Reason,
    /// A signal ends the wait: this system call returns EINTR, or the server is asked to cancel.
    pub is_interrupted: bool,
    /// Ends as soon as it leaves the kernel.
    pub is_killed: bool,
    /// What it waits for: the scheme, the event queue, the pipe, the address.
    pub waiting_for: u64,
    /// The time in nanoseconds at which it is runnable again; 0 for none.
    pub wake: u64,
    /// Ticks of the timer while it ran.
    pub cpu_ticks: u64,
    /// How often it was switched to.
    pub switches: u64,
    /// The system call that it is in, or 0.
    pub system_call: u64,
    /// How many it has made.
    pub system_calls: u64,
    /// The address space, counted from 1; 0 for none.
    pub space: u32,
    pub uid: u32,
    pub gid: u32,
    /// Which names it can reach: where new namespaces are made from, and where paths are looked up.
    pub root_namespace: u32,
    pub effective_namespace: u32,
    /// Ring 3 may use ports if this is 3.
    pub io_privilege: u32,
    pub name: [u8; NAME_BYTES],
    /// The top of its kernel stack, which belongs to the entry of the table.
    pub kernel_stack: u64,
    /// Frames for the first and last part of buffers that it lends: physical addresses, 0 before the first use.
    pub head: u64,
    pub tail: u64,
    pub death: Death,
    /// Open files by descriptor: the place in the table of descriptions, counted from 1; 0 is closed.
    pub files: [u32; MOST_FILES],
    /// What it keeps while another one runs.
    pub registers: Registers,
    pub floating: FloatingState,
}

impl Context {
    /// A free entry.
    pub const FREE: Context = Context {
        pid: 0,
        parent: 0,
        status: Status::Free,
        hard_reason: HardReason::None,
        reason: Reason::None,
        is_interrupted: false,
        is_killed: false,
        waiting_for: 0,
        wake: 0,
        cpu_ticks: 0,
        switches: 0,
        system_call: 0,
        system_calls: 0,
        space: 0,
        uid: 0,
        gid: 0,
        root_namespace: 0,
        effective_namespace: 0,
        io_privilege: 0,
        name: [0; NAME_BYTES],
        kernel_stack: 0,
        head: 0,
        tail: 0,
        death: Death::NONE,
        files: [0; MOST_FILES],
        registers: Registers::EMPTY,
        floating: FloatingState::EMPTY,
    };

    /// The name as text; what is not text is cut off.
    pub fn name(&self) -> &str {
        let length = self.name.iter().position(|byte| *byte == 0).unwrap_or(NAME_BYTES);
        core::str::from_utf8(&self.name[..length]).unwrap_or("")
    }

    /// Gives it a name, cut off where it is too long.
    pub fn set_name(&mut self, name: &[u8]) {
        self.name = [0; NAME_BYTES];
        for (to, from) in self.name.iter_mut().zip(name.iter().take_while(|byte| **byte != 0)) {
            *to = *from;
        }
        probe!(redox, context_name, self.pid; &self.name);
    }

    /// Whether it exists and has not ended.
    pub fn is_alive(&self) -> bool {
        !matches!(self.status, Status::Free | Status::Dead)
    }
}
