//! The scheme `proc`: how a process is made, and watched.   (protocol: crate `redox-abi`, module `process`)
//!
//! The number of a file is the pid of its context, and which part of it.

use common::probe;
use redox_abi::error::{Result, EACCES, EAGAIN, EBUSY, EINVAL, ENOENT, ESRCH};
use redox_abi::flag::{EVENT_READ, MAP_LAZY};
use redox_abi::process::{self, AddressSpaceRequest, Registers as FirstRegisters};

use super::{files, Caller, Opened, Scheme};
use crate::bootstrap::user_frame;
use crate::context::end::status_word;
use crate::context::table::ContextId;
use crate::context::{Context, HardReason, Status, NAME_BYTES};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::grant::Grant;
use crate::memory::space::SpaceId;
use crate::memory::user::UserSlice;
use crate::memory::{pages, PAGE};
use crate::system_call::protection_of;

/// The kernel's scheme of contexts.
pub struct Proc;

/// Which part of a context a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Context = 0,
    AddressSpace = 1,
    Memory = 2,
    Registers = 3,
    Files = 4,
    Name = 5,
    Identity = 6,
    Namespace = 7,
    Start = 8,
    Pid = 9,
}

const PARTS: [(Part, &str); 9] = [
    (Part::AddressSpace, process::ADDRESS_SPACE),
    (Part::Memory, process::MEMORY),
    (Part::Registers, process::REGISTERS),
    (Part::Files, process::FILES),
    (Part::Name, process::NAME),
    (Part::Identity, process::IDENTITY),
    (Part::Namespace, process::NAMESPACE),
    (Part::Start, process::START),
    (Part::Pid, process::PID),
];

fn number_of(pid: u32, part: Part) -> u64 {
    (pid as u64) << 8 | part as u64
}

fn pid_of(file: u64) -> u32 {
    (file >> 8) as u32
}

fn part_of(file: u64) -> Part {
    PARTS.into_iter().map(|(part, _)| part).find(|part| *part as u64 == file & 0xFF).unwrap_or(Part::Context)
}

/// The file that says when a context has ended.
pub fn file_of(pid: u32) -> u64 {
    number_of(pid, Part::Context)
}

/// The context of a file, dead or alive.
fn find(kernel: &Kernel, file: u64) -> Result<ContextId> {
    let pid = pid_of(file);
    let place = kernel.contexts.all.iter().position(|each| each.status != Status::Free && each.pid == pid);
    Ok(ContextId(place.ok_or(ESRCH)? as u32))
}

/// Changes a context that has not started.
fn change<R>(file: u64, action: impl FnOnce(&mut Context) -> Result<R>) -> Result<R> {
    KERNEL.with(|kernel| {
        let id = find(kernel, file)?;
        let context = kernel.contexts.get(id);
        if context.hard_reason != HardReason::NotYetStarted {
            return Err(EBUSY);
        }
        action(context)
    })
}

impl Scheme for Proc {
    fn open(&self, path: &[u8], _flags: u64, _caller: Caller) -> Result<Opened> {
        if path != b"new-context" {
            return Err(ENOENT);
        }
        KERNEL.with(|kernel| {
            let space = kernel.spaces.create(&mut kernel.frames)?;
            let root = kernel.spaces.get(space).root;
            let id = kernel.contexts.create(space, root).inspect_err(|_| kernel.spaces.release(&mut kernel.frames, space))?;
            let pid = kernel.contexts.get(id).pid;
            Ok(Opened::Own(number_of(pid, Part::Context)))
        })
    }

    fn dup(&self, file: u64, name: &[u8], _caller: Caller) -> Result<Opened> {
        let (part, _) = PARTS.into_iter().find(|(_, known)| known.as_bytes() == name).ok_or(ENOENT)?;
        KERNEL.with(|kernel| find(kernel, file))?;
        Ok(Opened::Own(number_of(pid_of(file), part)))
    }

    /// The pid, or the status word of a context that has ended.
    fn read(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        if part_of(file) == Part::Pid {
            return buffer.write_record(&(pid_of(file) as u64));
        }
        let word = KERNEL.with(|kernel| {
            let id = find(kernel, file)?;
            let context = kernel.contexts.get(id);
            if context.status == Status::Dead { Ok(status_word(&context.death)) } else { Err(EAGAIN) }
        })?;
        buffer.write_record(&word)
    }

    fn write(&self, file: u64, buffer: UserSlice, offset: u64, _flags: u64) -> Result<u64> {
        match part_of(file) {
            Part::Context | Part::Pid => return Err(EINVAL),
            Part::AddressSpace => map(file, buffer.read_record()?)?,
            Part::Memory => return fill(file, buffer, offset),
            Part::Registers => set_registers(file, buffer.read_record()?)?,
            Part::Files => share_files(file, buffer)?,
            Part::Name => set_name(file, buffer)?,
            Part::Identity => set_identity(file, buffer.read_record()?)?,
            Part::Namespace => set_namespace(file, buffer.read_record()?)?,
            Part::Start => change(file, start)?,
        }
        Ok(buffer.bytes)
    }

    fn event(&self, file: u64, flags: u64) -> Result<u64> {
        let is_dead = KERNEL.with(|kernel| {
            let id = find(kernel, file)?;
            Ok(kernel.contexts.get(id).status == Status::Dead)
        })?;
        Ok(if is_dead { flags & EVENT_READ } else { 0 })
    }

    /// A context that was never started goes with its file.
    fn close(&self, file: u64) {
        if part_of(file) != Part::Context {
            return;
        }
        let is_abandoned = change(file, |_| Ok(())).is_ok();
        if is_abandoned {
            files::close_files_of(pid_of(file));
            KERNEL.with(|kernel| {
                let Ok(id) = find(kernel, file) else { return };
                let context = kernel.contexts.get(id);
                context.status = Status::Free;
                if let Some(space) = SpaceId::from_plus_one(context.space) {
                    kernel.spaces.release(&mut kernel.frames, space);
                }
            });
        }
    }
}

/// Grants zeroed memory.
fn map(file: u64, request: AddressSpaceRequest) -> Result<()> {
    let space = change(file, |context| SpaceId::from_plus_one(context.space).ok_or(ESRCH))?;
    let protection = protection_of(request.flags);
    let count = pages(request.bytes);
    KERNEL.with(|kernel| {
        kernel.spaces.get(space).insert(Grant::allocated(request.address, count, protection))?;
        if request.flags & MAP_LAZY == 0 {
            for page in 0..count {
                kernel.spaces.own_page(&mut kernel.frames, space, request.address + page * PAGE)?;
            }
        }
        Ok(())
    })
}

/// Copies the caller's bytes to an address in the new context, whatever the pages allow the context itself.
fn fill(file: u64, buffer: UserSlice, address: u64) -> Result<u64> {
    let space = change(file, |context| SpaceId::from_plus_one(context.space).ok_or(ESRCH))?;
    let mut chunk = [0; PAGE as usize];
    let mut done = 0;
    while done < buffer.bytes {
        let at = address + done;
        let room = (PAGE - at % PAGE) as usize;
        let bytes = buffer.part(done, room as u64).read(&mut chunk[..room])? as usize;
        KERNEL.with(|kernel| {
            let frame = kernel.spaces.own_page(&mut kernel.frames, space, at)?;
            let start = (at % PAGE) as usize;
            crate::memory::frames::bytes(frame)[start..start + bytes].copy_from_slice(&chunk[..bytes]);
            Ok(())
        })?;
        done += bytes as u64;
    }
    Ok(done)
}

fn set_registers(file: u64, first: FirstRegisters) -> Result<()> {
    change(file, |context| {
        let frame = user_frame(first.rip, first.rsp, [first.rdi, first.rsi]);
        // SAFETY: the context has not started, so that nobody uses its stack.
        context.registers = unsafe { hal_x86::task::Registers::first(context.kernel_stack, frame) };
        Ok(())
    })
}

/// Gives descriptors of the caller's to the new context.
fn share_files(file: u64, buffer: UserSlice) -> Result<()> {
    let id = change(file, |_| Ok(()))
        .and_then(|()| KERNEL.with(|kernel| find(kernel, file)))?;
    for pair in 0..buffer.bytes / 16 {
        let [own, its]: [u64; 2] = buffer.part(pair * 16, 16).read_record()?;
        files::share(own, id, its)?;
    }
    Ok(())
}

fn set_name(file: u64, buffer: UserSlice) -> Result<()> {
    let mut name = [0; NAME_BYTES];
    let length = buffer.read(&mut name)? as usize;
    change(file, |context| {
        context.set_name(&name[..length]);
        Ok(())
    })
}

/// Only the caller that may be anybody can make a context somebody.
fn set_identity(file: u64, identity: [u64; 2]) -> Result<()> {
    let own = KERNEL.with(|kernel| kernel.contexts.current().uid);
    if own != 0 {
        return Err(EACCES);
    }
    change(file, |context| {
        [context.uid, context.gid] = identity.map(|each| each as u32);
        Ok(())
    })
}

fn set_namespace(file: u64, namespace: u64) -> Result<()> {
    super::namespace::check(namespace)?;
    change(file, |context| {
        context.root_namespace = namespace as u32;
        context.effective_namespace = namespace as u32;
        Ok(())
    })
}

fn start(context: &mut Context) -> Result<()> {
    if context.registers.rsp == 0 {
        return Err(EINVAL);
    }
    context.hard_reason = HardReason::None;
    context.status = Status::Runnable;
    probe!(redox, context_start, context.pid);
    Ok(())
}
