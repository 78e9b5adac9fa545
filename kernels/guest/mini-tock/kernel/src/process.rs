//! A process: the structure itself lies at the top of its own block of RAM, where the MPU keeps it from the process.

use core::cell::Cell;

use common::probe;
use hal_cortexm::fault::FaultRecord;
use hal_cortexm::switch::FRAME_BYTES;

use crate::grant::GrantSlot;
use crate::kernel::{GRANTS, KERNEL};
use crate::memory::Memory;
use crate::protection::Protection;
use crate::syscall::Call;
use crate::upcall::{Source, Upcall, UpcallId, UpcallQueue};

/// What a process is doing.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Executes, or would if it were its turn.
    Running = 1,
    /// Waits for any upcall.
    Yielded = 2,
    /// Waits for the upcall in `waiting_for`.
    YieldedFor = 3,
    /// Held; its former state is in `stopped_from`.
    Stopped = 4,
    /// Did what it must not; never runs again.
    Faulted = 5,
    /// Has ended.
    Terminated = 6,
}

/// Names a process for ever: a restarted one has another identifier.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ProcessId {
    pub index: u32,
    pub identifier: u32,
}

/// A name of at most 16 bytes.
#[repr(C)]
pub struct Name {
    pub bytes: [u8; 16],
    pub length: u32,
}

/// What the kernel keeps of a process that is not running; r0-r3, r12, lr, pc and xpsr are on the process's stack.
#[repr(C)]
pub struct StoredState {
    /// r4-r11.
    pub registers: Cell<[u32; 8]>,
    /// PSP: the address of the stacked frame.
    pub stack_pointer: Cell<u32>,
    /// Where the last `svc` would have returned to.
    pub yield_pc: Cell<u32>,
    pub psr: Cell<u32>,
}

/// Counts since the process was loaded.
#[repr(C)]
pub struct Counters {
    pub calls: Cell<u32>,
    pub slices_expired: Cell<u32>,
    pub restarts: Cell<u32>,
}

/// The control structure.
#[repr(C)]
pub struct Process {
    pub index: u32,
    pub identifier: Cell<u32>,
    pub name: Name,
    pub state: Cell<State>,
    pub stopped_from: Cell<State>,
    pub waiting_for: Cell<UpcallId>,
    pub flash_start: u32,
    pub flash_end: u32,
    /// Behind the header and what else is not the process's own.
    pub code_start: u32,
    pub entry: u32,
    pub memory: Memory,
    pub protection: Protection,
    pub stored: StoredState,
    pub last_call: Cell<Call>,
    pub counters: Counters,
    pub completion_code: Cell<u32>,
    pub fault: Cell<FaultRecord>,
    pub upcalls: UpcallQueue,
    pub grants: [Cell<GrantSlot>; GRANTS],
}

/// The state bit of an xPSR; there is no other instruction set.
pub const THUMB: u32 = 1 << 24;

impl Process {
    pub fn id(&self) -> ProcessId {
        ProcessId { index: self.index, identifier: self.identifier.get() }
    }

    pub fn name(&self) -> &[u8] {
        self.name.bytes.get(..self.name.length as usize).unwrap_or(&[])
    }

    pub fn state(&self) -> State {
        self.state.get()
    }

    pub fn set_state(&self, new: State) {
        let old = self.state.replace(new);
        if old != new {
            probe!(mini_tock, process_state, self.index, old, new);
        }
    }

    /// Whether it could use the CPU now.
    pub fn is_ready(&self) -> bool {
        match self.state() {
            State::Running => true,
            State::Yielded => !self.upcalls.is_empty(),
            State::YieldedFor => self.upcalls.contains(self.waiting_for.get()),
            State::Stopped | State::Faulted | State::Terminated => false,
        }
    }

    /// Whether it still exists for capsules.
    pub fn is_alive(&self) -> bool {
        !matches!(self.state(), State::Faulted | State::Terminated)
    }

    /// Whether it may run code at this address.
    pub fn executes(&self, address: u32) -> bool {
        address >= self.flash_start && address < self.flash_end
    }

    /// Queues an upcall; the process sees it when it yields. False if the queue was full.
    pub fn schedule(&self, upcall: Upcall) -> bool {
        if !self.is_alive() {
            return false;
        }
        let is_queued = self.upcalls.push(upcall);
        if is_queued {
            probe!(mini_tock, upcall_scheduled, self.index, upcall.id.driver, upcall.id.subscribe, self.upcalls.len());
        } else {
            probe!(mini_tock, upcall_dropped, self.index, upcall.id.driver, upcall.id.subscribe);
        }
        is_queued
    }

    /// As it was loaded: memory, stack frame, and the entry function queued. A new identifier, so that nobody takes
    /// the new one for the old.
    pub fn initialize(&self) -> bool {
        let first_break = self.memory.start + FRAME_BYTES;
        self.identifier.set(KERNEL.new_identifier());
        self.memory.reset(first_break);
        self.upcalls.clear();
        for grant in &self.grants {
            grant.set(GrantSlot { address: 0, ..grant.get() });
        }
        self.stored.registers.set([0; 8]);
        self.stored.stack_pointer.set(self.memory.start);
        self.stored.yield_pc.set(0);
        self.stored.psr.set(THUMB);
        for word in 0..FRAME_BYTES / 4 {
            if self.memory.store(self.memory.start + 4 * word, 0).is_none() {
                return false;
            }
        }
        if self.protection.cover_memory(&self.memory, first_break, self.memory.kernel_break.get()).is_err() {
            return false;
        }
        let size = self.memory.end - self.memory.start;
        self.set_state(State::Yielded);
        self.schedule(Upcall {
            source: Source::Start,
            id: UpcallId::START,
            function: self.entry,
            arguments: [self.code_start, self.memory.start, size],
            data: first_break,
        })
    }
}
