//! The end of a context, and those who wait for it.

use common::probe;
use hal_x86::control;
use redox_abi::error::{Result, ECHILD, EINVAL, EPERM};
use redox_abi::flag::{SIGNAL_INTERRUPT, SIGNAL_KILL, WAIT_NOTHING};
use redox_abi::process;

use super::scheduler::{block, switch};
use super::table::ContextId;
use super::{Context, Death, DeathKind, Reason, Status};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::space::SpaceId;
use crate::scheme;

/// Ends the current context: its address space is detached, its files are closed one by one while it still exists, its
/// memory is freed, and its parent is told.
pub fn end(death: Death) -> ! {
    let space = KERNEL.with(|kernel| {
        let root = kernel.spaces.kernel_root;
        // SAFETY: the kernel's own tables; nobody uses the lower half from here on.
        unsafe { control::set_cr3(root) };
        let context = kernel.contexts.current();
        let space = core::mem::take(&mut context.space);
        probe!(redox, context_end, context.pid, death.kind as u64, death.code, death.address, death.rip, death.error_code);
        space
    });
    scheme::close_all_files();
    let id = KERNEL.with(|kernel| {
        if let Some(space) = SpaceId::from_plus_one(space) {
            scheme::space_ends(kernel, space);
            kernel.spaces.release(&mut kernel.frames, space);
        }
        bury(kernel, death)
    });
    scheme::context_ended(id);
    switch();
    unreachable!("a dead context runs")
}

/// Marks the current context dead and tells its parent.
fn bury(kernel: &mut Kernel, death: Death) -> ContextId {
    let contexts = &mut kernel.contexts;
    let id = contexts.current;
    let context = contexts.get(id);
    context.death = death;
    context.status = Status::Dead;
    context.system_call = 0;
    let (pid, parent) = (context.pid, context.parent);
    // Its children are its parent's from now on.
    for child in contexts.all.iter_mut().filter(|each| each.status != Status::Free && each.parent == pid) {
        child.parent = parent;
    }
    probe!(redox, context_dead, pid, death.kind as u64, death.code);
    contexts.wake_all(Reason::ChildEnd, parent as u64);
    id
}

/// The word that `waitpid` and the file of a context give for a death.
pub fn status_word(death: &Death) -> u64 {
    match death.kind {
        DeathKind::Exit => process::exited(death.code),
        DeathKind::Exception => process::excepted(death.code),
        DeathKind::Signal => death.code,
        DeathKind::None => 0,
    }
}

/// Waits for a child, or for any if `pid` is 0, and gives its pid and status word.
pub fn wait(pid: u64, flags: u64) -> Result<(u64, u64)> {
    loop {
        let found = KERNEL.with(|kernel| reap(kernel, pid))?;
        if found.is_some() || flags & WAIT_NOTHING != 0 {
            return Ok(found.unwrap_or((0, 0)));
        }
        let own = KERNEL.with(|kernel| kernel.contexts.current().pid);
        block(Reason::ChildEnd, own as u64)?;
    }
}

fn reap(kernel: &mut Kernel, pid: u64) -> Result<Option<(u64, u64)>> {
    let parent = kernel.contexts.current().pid;
    let is_wanted = |each: &Context| {
        each.status != Status::Free && each.parent == parent && each.pid != 0 && (pid == 0 || each.pid as u64 == pid)
    };
    if !kernel.contexts.all.iter().any(is_wanted) {
        return Err(ECHILD);
    }
    let dead = kernel.contexts.all.iter_mut().find(|each| is_wanted(each) && each.status == Status::Dead);
    Ok(dead.map(|child| {
        let found = (child.pid as u64, status_word(&child.death));
        child.status = Status::Free;
        probe!(redox, context_free, child.pid);
        found
    }))
}

/// Sends a signal: one that ends the context, or one that ends its wait.
pub fn kill(pid: u64, signal: u64) -> Result<u64> {
    KERNEL.with(|kernel| {
        let id = kernel.contexts.find(pid as u32)?;
        let sender = kernel.contexts.current();
        let (uid, own) = (sender.uid, sender.pid);
        let context = kernel.contexts.get(id);
        if uid != 0 && uid != context.uid || pid == 0 {
            return Err(EPERM);
        }
        probe!(redox, signal, own, context.pid, signal);
        match signal {
            SIGNAL_KILL => context.is_killed = true,
            SIGNAL_INTERRUPT => context.is_interrupted = context.status == Status::Blocked,
            _ => return Err(EINVAL),
        }
        kernel.contexts.wake(id);
        Ok(0)
    })
}

/// Ends the current context if a signal has said so; the last thing before it leaves the kernel.
pub fn leave_if_killed(rip: u64) {
    if KERNEL.with(|kernel| kernel.contexts.current().is_killed) {
        end(Death { kind: DeathKind::Signal, code: SIGNAL_KILL, rip, ..Death::NONE });
    }
}
