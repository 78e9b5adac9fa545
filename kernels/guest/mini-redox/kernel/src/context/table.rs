//! The table of contexts.

use common::probe;
use redox_abi::error::{Result, EAGAIN, ESRCH};

use super::{Context, HardReason, Status, STACK_BYTES};
use crate::memory::space::SpaceId;
use crate::memory::linear;

/// How many contexts there can be at once.
pub const MOST_CONTEXTS: usize = 32;

/// The place of a context in the table.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ContextId(pub u32);

/// The kernel's own context, which runs when nobody else can.
pub const IDLE: ContextId = ContextId(0);

/// All contexts, and the scheduler's numbers.
#[repr(C)]
pub struct Contexts {
    /// The place of the context that runs.
    pub current: ContextId,
    /// The ticks of the timer that a context may run before the next one gets its turn.
    pub timeslice: u32,
    /// The ticks that the current one has had of its turn.
    pub ticks_used: u32,
    /// The pid that the next new context gets.
    pub next_pid: u32,
    /// Ticks of the timer since the start.
    pub ticks: u64,
    pub all: [Context; MOST_CONTEXTS],
}

impl Contexts {
    pub const fn new() -> Self {
        Contexts {
            current: IDLE,
            timeslice: 0,
            ticks_used: 0,
            next_pid: 0,
            ticks: 0,
            all: [Context::FREE; MOST_CONTEXTS],
        }
    }

    /// The context at a place.
    pub fn get(&mut self, id: ContextId) -> &mut Context {
        &mut self.all[id.0 as usize]
    }

    /// The one that runs.
    pub fn current(&mut self) -> &mut Context {
        let id = self.current;
        self.get(id)
    }

    /// The place of the living context with that pid.
    pub fn find(&self, pid: u32) -> Result<ContextId> {
        let place = self.all.iter().position(|each| each.is_alive() && each.pid == pid).ok_or(ESRCH)?;
        Ok(ContextId(place as u32))
    }

    /// Gives each place its kernel stack, out of [`STACK_BYTES`] for each at a physical address; the first one is for the
    /// context that runs already, on the stack that it has.
    pub fn start(&mut self, stacks: u64) {
        for (place, context) in self.all.iter_mut().enumerate() {
            context.kernel_stack = linear(stacks) + (place as u64 + 1) * STACK_BYTES;
        }
        let idle = self.get(IDLE);
        idle.status = Status::Runnable;
        idle.set_name(b"kmain");
        self.next_pid = 1;
    }

    /// A new context that has not started: the child of the current one, with its namespaces and identity, an address
    /// space by its name and root, a kernel stack, and nothing else.
    pub fn create(&mut self, space: SpaceId, root: u64) -> Result<ContextId> {
        let place = self.all.iter().position(|each| each.status == Status::Free).ok_or(EAGAIN)?;
        let parent = self.current();
        let (parent_pid, uid, gid) = (parent.pid, parent.uid, parent.gid);
        let (root_namespace, effective_namespace) = (parent.root_namespace, parent.effective_namespace);
        let pid = self.next_pid;
        let context = &mut self.all[place];
        let (kernel_stack, head, tail) = (context.kernel_stack, context.head, context.tail);
        *context = Context {
            pid,
            parent: parent_pid,
            status: Status::HardBlocked,
            hard_reason: HardReason::NotYetStarted,
            space: space.plus_one(),
            uid,
            gid,
            root_namespace,
            effective_namespace,
            kernel_stack,
            head,
            tail,
            ..Context::FREE
        };
        context.floating.fresh();
        probe!(redox, context_new, pid, parent_pid, root);
        self.next_pid += 1;
        Ok(ContextId(place as u32))
    }

    /// The time since the start in nanoseconds, as the ticks tell.
    pub fn now(&self) -> u64 {
        self.ticks * super::scheduler::NANOSECONDS_PER_TICK
    }
}
