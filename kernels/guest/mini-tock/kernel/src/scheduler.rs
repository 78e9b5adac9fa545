//! Who runs next, and for how long: a policy, apart from the loop that follows it.

use core::cell::Cell;

use crate::kernel::{KERNEL, PROCESSES};

/// Why a process's turn ended.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum StoppedReason {
    /// It waits, or has ended.
    NoWorkLeft = 0,
    TimesliceExpired = 1,
    /// The kernel has something to do; the process would go on.
    KernelPreemption = 2,
}

/// What to do next.
#[derive(Clone, Copy)]
pub enum Decision {
    /// Run this process, for so many microseconds or until it stops by itself.
    Run(u32, Option<u32>),
    Sleep,
}

/// A policy.
pub trait Scheduler {
    fn add(&self, process: u32);
    fn next(&self) -> Decision;
    /// Is told how a turn ended and how long it took.
    fn result(&self, reason: StoppedReason, microseconds: u32);
}

/// Processes in a list: the first that is ready runs; the front goes to the back when its turn has ended.
#[repr(C)]
pub struct RoundRobin {
    order: [Cell<u32>; PROCESSES],
    length: Cell<u32>,
    timeslice: u32,
    /// What a process that the kernel preempted has left.
    remaining: Cell<u32>,
    /// The front is to go on with `remaining`.
    is_resumed: Cell<bool>,
}

impl RoundRobin {
    /// Gives each turn so many microseconds.
    pub const fn new(timeslice: u32) -> Self {
        RoundRobin {
            order: [const { Cell::new(0) }; PROCESSES],
            length: Cell::new(0),
            timeslice,
            remaining: Cell::new(timeslice),
            is_resumed: Cell::new(false),
        }
    }

    fn entries(&self) -> &[Cell<u32>] {
        self.order.get(..self.length.get() as usize).unwrap_or(&[])
    }

    fn move_front_to_back(&self) {
        for pair in self.entries().windows(2) {
            if let [a, b] = pair {
                a.swap(b);
            }
        }
    }
}

impl Scheduler for RoundRobin {
    fn add(&self, process: u32) {
        if let Some(slot) = self.order.get(self.length.get() as usize) {
            slot.set(process);
            self.length.set(self.length.get() + 1);
        }
    }

    fn next(&self) -> Decision {
        for _ in self.entries() {
            let Some(front) = self.entries().first().map(Cell::get) else { break };
            if KERNEL.process(front).is_some_and(|process| process.is_ready()) {
                let slice = if self.is_resumed.get() { self.remaining.get() } else { self.timeslice };
                self.remaining.set(slice);
                self.is_resumed.set(false);
                return Decision::Run(front, Some(slice));
            }
            self.is_resumed.set(false);
            self.move_front_to_back();
        }
        Decision::Sleep
    }

    fn result(&self, reason: StoppedReason, microseconds: u32) {
        let left = self.remaining.get().saturating_sub(microseconds);
        if reason == StoppedReason::KernelPreemption && left > 0 {
            self.remaining.set(left);
            self.is_resumed.set(true);
        } else {
            self.is_resumed.set(false);
            self.move_front_to_back();
        }
    }
}

/// The same list, but a turn ends only when the process waits: one that never does starves all others.
#[repr(C)]
pub struct Cooperative(RoundRobin);

impl Cooperative {
    pub const fn new() -> Self {
        Cooperative(RoundRobin::new(0))
    }
}

impl Scheduler for Cooperative {
    fn add(&self, process: u32) {
        self.0.add(process);
    }

    fn next(&self) -> Decision {
        match self.0.next() {
            Decision::Run(process, _) => Decision::Run(process, None),
            Decision::Sleep => Decision::Sleep,
        }
    }

    fn result(&self, reason: StoppedReason, _microseconds: u32) {
        if reason != StoppedReason::KernelPreemption {
            self.0.move_front_to_back();
        }
    }
}
