//! What becomes of a process that faulted, and what the board says about it.

use common::text::Sink;

use crate::process::{Process, State};

/// The choices.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FaultAction {
    /// The whole board stops.
    Panic,
    /// The process starts again, as a new one.
    Restart,
    /// The process never runs again; the others go on.
    Stop,
}

/// Decides for each fault.
pub trait FaultPolicy {
    fn action(&self, process: &Process) -> FaultAction;
}

/// Always the same choice.
pub struct Always(pub FaultAction);

impl FaultPolicy for Always {
    fn action(&self, _process: &Process) -> FaultAction {
        self.0
    }
}

/// Restarts a process so many times, then stops it.
pub struct RestartAtMost(pub u32);

impl FaultPolicy for RestartAtMost {
    fn action(&self, process: &Process) -> FaultAction {
        if process.counters.restarts.get() < self.0 { FaultAction::Restart } else { FaultAction::Stop }
    }
}

const DATA_ACCESS_VIOLATION: u32 = 1 << 1;
const INSTRUCTION_ACCESS_VIOLATION: u32 = 1 << 0;
const MEMORY_ADDRESS_VALID: u32 = 1 << 7;
const FORCED: u32 = 1 << 30;

impl Process {
    /// Ends the process: nothing is queued, no grant can be reached.
    pub fn terminate(&self, completion_code: u32) {
        self.completion_code.set(completion_code);
        self.upcalls.clear();
        for grant in &self.grants {
            let mut slot = grant.get();
            slot.address = 0;
            grant.set(slot);
        }
        self.set_state(State::Terminated);
    }

    /// Starts over; stops for good if that cannot be.
    pub fn restart(&self) {
        self.terminate(0);
        self.counters.restarts.set(self.counters.restarts.get() + 1);
        if !self.initialize() {
            self.set_state(State::Faulted);
        }
    }

    /// Follows the policy. Returns whether the board must panic.
    pub fn fault_by(&self, policy: &dyn FaultPolicy) -> bool {
        match policy.action(self) {
            FaultAction::Panic => return true,
            FaultAction::Restart => self.restart(),
            FaultAction::Stop => {
                self.terminate(0);
                self.set_state(State::Faulted);
            }
        }
        false
    }
}

/// Writes what happened to a process: the fault, its memory, its registers.
pub fn describe(process: &Process, out: &mut dyn Sink) {
    let record = process.fault.get();
    out.text("\n== process ");
    out.put(process.name());
    out.text(" faulted ==\n");
    if record.configurable & DATA_ACCESS_VIOLATION != 0 {
        out.text("  data access violation");
    } else if record.configurable & INSTRUCTION_ACCESS_VIOLATION != 0 {
        out.text("  instruction access violation");
    } else if record.hard == 0 {
        out.text("  stack pointer outside its memory");
    } else {
        out.text("  other fault");
    }
    if record.configurable & MEMORY_ADDRESS_VALID != 0 {
        out.text(" at ");
        out.hex(record.memory_address);
    }
    out.text(if record.hard & FORCED != 0 { ", forced to HardFault\n" } else { "\n" });
    line(out, "  CFSR ", record.configurable, "  HFSR ", record.hard);
    line(out, "  pc   ", process.frame_word(6), "  lr   ", process.frame_word(5));
    line(out, "  RAM  ", process.memory.start, " to   ", process.memory.end);
    line(out, "  app break ", process.memory.app_break.get(), "  kernel break ", process.memory.kernel_break.get());
    out.text("  system calls ");
    out.decimal(process.counters.calls.get());
    out.text(", restarts ");
    out.decimal(process.counters.restarts.get());
    out.text("\n");
}

fn line(out: &mut dyn Sink, first: &str, a: u32, second: &str, b: u32) {
    out.text(first);
    out.hex(a);
    out.text(second);
    out.hex(b);
    out.text("\n");
}
