//! One process's turn: it runs until it has nothing to do, its time is up, or the kernel has work.

use common::probe;
use hal_cortexm::mpu;

use crate::fault;
use crate::frame::SwitchReason;
use crate::kernel::{Kernel, NOBODY};
use crate::platform::Platform;
use crate::process::{Process, State};
use crate::scheduler::StoppedReason;
use crate::syscall::Return;

/// Less than this many microseconds is not worth a switch: it counts as none.
const SHORTEST: u32 = 500;

impl Kernel {
    /// Gives a process its turn; returns why it ended and how many microseconds of the slice it used, the kernel's
    /// work for its calls included.
    pub(crate) fn take_turn(
        &self, platform: &dyn Platform, process: &'static Process, slice: Option<u32>,
    ) -> (StoppedReason, u32) {
        self.current.set(process.index);
        probe!(mini_tock, turn_start, process.index, slice.unwrap_or(0));
        self.slice.reset();
        if let Some(microseconds) = slice {
            self.slice.start(microseconds);
        }
        let reason = self.run_turn(platform, process, slice.is_some());
        let granted = slice.unwrap_or(0);
        let used = match (reason, self.slice.remaining()) {
            (StoppedReason::TimesliceExpired, _) | (_, None) => granted,
            (_, Some(left)) => granted.saturating_sub(left),
        };
        self.slice.reset();
        self.current.set(NOBODY);
        match reason {
            StoppedReason::TimesliceExpired => {
                process.counters.slices_expired.set(process.counters.slices_expired.get() + 1);
                probe!(mini_tock, timeslice_expired, process.index);
            }
            StoppedReason::KernelPreemption => {
                probe!(mini_tock, timeslice_preempted, process.index, granted - used);
            }
            StoppedReason::NoWorkLeft => {}
        }
        (reason, used)
    }

    fn run_turn(&self, platform: &dyn Platform, process: &'static Process, is_limited: bool) -> StoppedReason {
        loop {
            if is_limited && !self.slice.remaining().is_some_and(|left| left > SHORTEST) {
                return StoppedReason::TimesliceExpired;
            }
            if self.has_work() {
                return StoppedReason::KernelPreemption;
            }
            match process.state() {
                State::Running => self.enter(platform, process, is_limited),
                State::Yielded => match process.upcalls.pop() {
                    Some(upcall) if upcall.function != 0 => process.deliver(&upcall),
                    Some(_) => {} // a null upcall does not wake who waits for any
                    None => return StoppedReason::NoWorkLeft,
                },
                State::YieldedFor => match process.upcalls.pop_of(process.waiting_for.get()) {
                    Some(upcall) => {
                        let [a, b, c] = upcall.arguments;
                        process.set_state(State::Running);
                        process.set_frame_words([a, b, c, upcall.data]);
                    }
                    None => return StoppedReason::NoWorkLeft,
                },
                State::Stopped | State::Faulted | State::Terminated => return StoppedReason::NoWorkLeft,
            }
        }
    }

    /// Lets the process run once, under its MPU regions, and does what it came back for.
    fn enter(&self, platform: &dyn Platform, process: &'static Process, is_limited: bool) {
        if self.in_mpu.get() != process.index || process.protection.is_dirty() {
            process.protection.configure_mpu();
            self.in_mpu.set(process.index);
            probe!(mini_tock, mpu_configured, process.index);
        }
        mpu::enable();
        if is_limited {
            self.slice.arm();
        }
        let reason = process.run();
        if is_limited {
            self.slice.disarm();
        }
        mpu::disable();
        match reason {
            SwitchReason::SystemCall(call) => self.handle_call(platform, process, call),
            SwitchReason::Interrupted => {}
            SwitchReason::Fault => {
                let record = process.fault.get();
                probe!(mini_tock, fault, process.index, record.configurable, record.hard, record.memory_address);
                platform.log(&|out| fault::describe(process, out));
                if process.fault_by(platform.fault_policy()) {
                    panic!("a process faulted, and the policy is to panic");
                }
            }
        }
    }
}

/// The answer to a call number that does not exist.
pub(crate) const NO_SUCH_CLASS: Return = Return::Failure(crate::error::ErrorCode::NoSupport);
