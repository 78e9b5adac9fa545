//! The kernel's own state, and its loop: the kernel's work first, then a process, else sleep.

use core::cell::Cell;

use common::probe;
use hal_cortexm::instructions::{wait_for_interrupt, without_interrupts};
use hal_cortexm::nvic;
use hal_cortexm::systick::SliceTimer;

use crate::capability::MainLoop;
use crate::cells::SingleThread;
use crate::deferred;
use crate::platform::Platform;
use crate::process::{Process, ProcessId, State};
use crate::scheduler::{Decision, Scheduler};

/// Processes at most.
pub const PROCESSES: usize = 8;
/// Grants at most.
pub const GRANTS: usize = 4;
/// No process.
pub const NOBODY: u32 = u32::MAX;

/// What the kernel knows.
#[repr(C)]
pub struct Kernel {
    /// Each points to the structure in the process's own RAM, or is null.
    processes: [Cell<*const Process>; PROCESSES],
    process_count: Cell<u32>,
    /// Index of the process whose turn it is, `NOBODY` outside of turns.
    pub(crate) current: Cell<u32>,
    /// Index of the process whose regions the MPU holds.
    pub(crate) in_mpu: Cell<u32>,
    next_identifier: Cell<u32>,
    grant_drivers: [Cell<u32>; GRANTS],
    grant_count: Cell<u32>,
    pub(crate) slice: SliceTimer,
}

/// The kernel.
#[no_mangle]
pub static KERNEL: SingleThread<Kernel> = SingleThread(Kernel {
    processes: [const { Cell::new(core::ptr::null()) }; PROCESSES],
    process_count: Cell::new(0),
    current: Cell::new(NOBODY),
    in_mpu: Cell::new(NOBODY),
    next_identifier: Cell::new(0),
    grant_drivers: [const { Cell::new(0) }; GRANTS],
    grant_count: Cell::new(0),
    slice: SliceTimer::new(25),
});

impl Kernel {
    /// The process with this index.
    pub fn process(&self, index: u32) -> Option<&'static Process> {
        let pointer = self.processes.get(index as usize)?.get();
        // SAFETY: null, or set once by the loader to a structure that stays for ever.
        unsafe { pointer.as_ref() }
    }

    /// The process of this name, if it is still that one and has not died.
    pub fn process_of(&self, id: ProcessId) -> Option<&'static Process> {
        self.process(id.index).filter(|process| process.id() == id && process.is_alive())
    }

    pub fn processes(&self) -> impl Iterator<Item = &'static Process> + '_ {
        (0..self.process_count.get()).filter_map(|index| self.process(index))
    }

    /// Whether no process can ever run again.
    pub fn has_ended(&self) -> bool {
        self.processes().all(|process| matches!(process.state(), State::Faulted | State::Terminated))
    }

    pub(crate) fn add_process(&self, process: &'static Process) {
        if let Some(slot) = self.processes.get(process.index as usize) {
            slot.set(process);
            self.process_count.set(process.index + 1);
        }
    }

    /// The index that the next process gets, if there is room.
    pub(crate) fn free_index(&self) -> Option<u32> {
        Some(self.process_count.get()).filter(|index| (*index as usize) < PROCESSES)
    }

    pub(crate) fn new_identifier(&self) -> u32 {
        self.next_identifier.replace(self.next_identifier.get().wrapping_add(1))
    }

    /// Gives a driver an entry in the table of grants that every process will have.
    pub(crate) fn register_grant(&self, driver: u32) -> u32 {
        let index = self.grant_count.get();
        assert!((index as usize) < GRANTS);
        self.grant_drivers[index as usize].set(driver);
        self.grant_count.set(index + 1);
        index
    }

    pub(crate) fn grant_drivers(&self) -> [u32; GRANTS] {
        core::array::from_fn(|index| {
            if index < self.grant_count.get() as usize { self.grant_drivers[index].get() } else { NOBODY }
        })
    }

    /// Runs for ever.
    pub fn run(&self, platform: &dyn Platform, scheduler: &dyn Scheduler, _right: &dyn MainLoop) -> ! {
        assert!(deferred::verify());
        loop {
            if self.has_work() {
                self.work(platform);
                continue;
            }
            match scheduler.next() {
                Decision::Run(index, slice) => {
                    if let Some(process) = self.process(index) {
                        let (reason, microseconds) = self.take_turn(platform, process, slice);
                        scheduler.result(reason, microseconds);
                    }
                }
                Decision::Sleep => self.sleep(platform),
            }
        }
    }

    /// Whether an interrupt or a deferred call waits: the kernel's own work comes before any process.
    pub(crate) fn has_work(&self) -> bool {
        nvic::next_pending().is_some() || deferred::has_pending()
    }

    /// Serves all pending interrupts, then one deferred call.
    fn work(&self, platform: &dyn Platform) {
        while let Some(line) = nvic::next_pending() {
            probe!(mini_tock, bottom_half, line);
            assert!(platform.serve_interrupt(line), "an interrupt that no driver knows");
            nvic::clear_pending(line);
            nvic::enable(line);
        }
        if deferred::has_pending() {
            deferred::serve_next();
        }
    }

    /// Sleeps unless work came up; interrupts are masked, so that none can slip in between look and sleep.
    fn sleep(&self, platform: &dyn Platform) {
        platform.before_sleep();
        without_interrupts(|| {
            if !self.has_work() {
                probe!(mini_tock, sleep);
                wait_for_interrupt();
                probe!(mini_tock, wake);
            }
        });
    }
}
