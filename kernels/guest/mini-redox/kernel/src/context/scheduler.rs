//! Who runs next: round robin by pid, a timeslice counted in ticks of the timer, and the switch itself.

use common::probe;
use hal_x86::control;
use hal_x86::task;
use redox_abi::error::{Result, EINTR};

use super::table::{ContextId, Contexts, IDLE};
use super::{Context, Reason, Status};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::space::SpaceId;

/// The timer divides 1,193,182 Hz by this for a tick.
pub const TIMER_DIVISOR: u16 = 4847;
/// The length of a tick.
pub const NANOSECONDS_PER_TICK: u64 = TIMER_DIVISOR as u64 * 1_000_000_000 / 1_193_182;
/// The ticks of a turn if nobody says otherwise.
pub const DEFAULT_TIMESLICE: u32 = 3;

impl Contexts {
    /// The runnable context with the lowest pid above the current one's, or else the lowest of all. Contexts whose time to
    /// wake has passed become runnable.
    fn choose(&mut self) -> ContextId {
        let now = self.now();
        let current = self.current().pid;
        let mut best: Option<(bool, u32, ContextId)> = None;
        for place in 1..self.all.len() {
            let id = ContextId(place as u32);
            let context = self.get(id);
            if context.status == Status::Blocked && context.wake != 0 && context.wake <= now {
                make_runnable(context);
            }
            if context.status == Status::Runnable {
                let rank = (context.pid <= current, context.pid, id);
                if best.is_none_or(|(wraps, pid, _)| (rank.0, rank.1) < (wraps, pid)) {
                    best = Some(rank);
                }
            }
        }
        best.map_or(IDLE, |(_, _, id)| id)
    }

    /// Ends the wait of a context, if it waits softly.
    pub fn wake(&mut self, id: ContextId) {
        let context = self.get(id);
        if context.status == Status::Blocked {
            make_runnable(context);
        }
    }

    /// Ends the wait of everybody who waits for that.
    pub fn wake_all(&mut self, reason: Reason, waiting_for: u64) {
        self.wake_some(reason, waiting_for, u64::MAX);
    }

    /// Ends the wait of at most `most` contexts that wait for that, in order of the table. Gives how many.
    pub fn wake_some(&mut self, reason: Reason, waiting_for: u64, most: u64) -> u64 {
        let mut woken = 0;
        for context in self.all.iter_mut() {
            let waits = context.status == Status::Blocked && context.reason == reason;
            if woken < most && waits && context.waiting_for == waiting_for {
                make_runnable(context);
                woken += 1;
            }
        }
        woken
    }

    /// Marks the current context as waiting; [`switch_until_woken`] must follow.
    pub fn block_current(&mut self, reason: Reason, waiting_for: u64, wake: u64) {
        let context = self.current();
        context.status = Status::Blocked;
        context.reason = reason;
        context.waiting_for = waiting_for;
        context.wake = wake;
        probe!(redox, block, context.pid, reason as u64, waiting_for);
    }
}

fn make_runnable(context: &mut Context) {
    let (reason, waiting_for) = (context.reason, context.waiting_for);
    context.status = Status::Runnable;
    context.reason = Reason::None;
    context.waiting_for = 0;
    context.wake = 0;
    probe!(redox, unblock, context.pid, reason as u64, waiting_for);
}

/// Waits until somebody wakes the current context. EINTR if that was a signal.
///
/// Whoever calls this checks again for what it waited for: to be woken is a hint.
pub fn block(reason: Reason, waiting_for: u64) -> Result<()> {
    block_until(reason, waiting_for, 0)
}

/// Waits as [`block`] does, at most until that time in nanoseconds; 0 is for ever.
pub fn block_until(reason: Reason, waiting_for: u64, wake: u64) -> Result<()> {
    let is_interrupted = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        let is_interrupted = context.is_interrupted || context.is_killed;
        if !is_interrupted {
            kernel.contexts.block_current(reason, waiting_for, wake);
        }
        is_interrupted
    });
    if !is_interrupted {
        switch();
    }
    take_interruption()
}

/// Waits after [`Contexts::block_current`]. EINTR if a signal ended that.
pub fn switch_until_woken() -> Result<()> {
    switch();
    take_interruption()
}

fn take_interruption() -> Result<()> {
    KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        if context.is_killed || core::mem::take(&mut context.is_interrupted) { Err(EINTR) } else { Ok(()) }
    })
}

/// Goes on with the next context; comes back when it is the caller's turn again. Without another runnable context, and if
/// the current one can go on, that is at once.
pub fn switch() {
    let Some((from, to)) = KERNEL.with(prepare) else { return };
    // SAFETY: both are entries of the table, which never moves; `prepare` made the address space of `to` current, all of
    // which have the same upper half; nobody uses the kernel's state.
    unsafe { task::switch(&raw mut (*from).registers, &raw mut (*from).floating, &raw const (*to).registers, &raw const (*to).floating) };
}

/// Makes the next context the current one, but for its registers.
fn prepare(kernel: &mut Kernel) -> Option<(*mut Context, *mut Context)> {
    let contexts = &mut kernel.contexts;
    let from = contexts.current;
    let to = contexts.choose();
    contexts.ticks_used = 0;
    if to == from {
        return None;
    }
    let space = contexts.get(to).space;
    let kernel_stack = contexts.get(to).kernel_stack;
    contexts.get(to).switches += 1;
    probe!(redox, context_switch, contexts.get(from).pid, contexts.get(to).pid);
    contexts.current = to;
    task::set_kernel_stack(kernel_stack);
    crate::segments::set_kernel_stack(kernel_stack);
    // A context without an address space, which is the idle one, keeps the last one.
    if let Some(space) = SpaceId::from_plus_one(space) {
        let root = kernel.spaces.get(space).root;
        if control::cr3() != root {
            // SAFETY: its upper half is the kernel's.
            unsafe { control::set_cr3(root) };
        }
    }
    Some((contexts.get(from) as *mut Context, contexts.get(to) as *mut Context))
}

/// What the timer's interrupt does: counts, and gives the turn away when the timeslice is over.
pub fn tick() {
    let is_over = KERNEL.with(|kernel| {
        let contexts = &mut kernel.contexts;
        contexts.ticks += 1;
        contexts.ticks_used += 1;
        contexts.current().cpu_ticks += 1;
        contexts.current != IDLE && contexts.ticks_used >= contexts.timeslice
    });
    if is_over {
        switch();
    }
}
