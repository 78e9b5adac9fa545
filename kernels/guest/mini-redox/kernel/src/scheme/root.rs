//! The root scheme, whose name is empty: where servers register, and the sockets by which they get their messages.
//!
//! A file of this scheme is a socket, its number is the scheme's id; number 1 is the list of names, one a line.

use common::probe;
use redox_abi::error::{Result, EACCES, EAGAIN, EBADF, EEXIST, EINVAL, ENOENT};
use redox_abi::flag::{EVENT_READ, EVENT_WRITE, OPEN_CREATE, OPEN_NONBLOCK, OPEN_SYNC};
use redox_abi::scheme::{Cqe, Sqe};

use super::lend::unlend_all;
use super::namespace::NAME_BYTES;
use super::tag::{TagState, MOST_MESSAGES};
use super::{answer, Caller, Opened, Scheme};
use crate::context::scheduler::block;
use crate::context::Reason;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::space::SpaceId;
use crate::memory::user::UserSlice;

/// The number of the list of names.
const LIST: u64 = 1;
const MESSAGE_BYTES: u64 = size_of::<Sqe>() as u64;
const ANSWER_BYTES: u64 = size_of::<Cqe>() as u64;

/// The scheme itself.
pub struct Root;

impl Scheme for Root {
    fn open(&self, path: &[u8], flags: u64, caller: Caller) -> Result<Opened> {
        if path.is_empty() {
            return Ok(Opened::Own(LIST));
        }
        if flags & OPEN_CREATE == 0 {
            return Err(ENOENT);
        }
        if caller.uid != 0 {
            return Err(EACCES);
        }
        let is_bad = |byte: &u8| matches!(byte, b'/' | b':' | 0);
        if path.len() > NAME_BYTES || path.iter().any(is_bad) || flags & OPEN_SYNC == 0 {
            return Err(EINVAL);
        }
        KERNEL.with(|kernel| register(kernel, path)).map(|id| Opened::Own(id as u64))
    }

    fn read(&self, file: u64, buffer: UserSlice, offset: u64, flags: u64) -> Result<u64> {
        if file == LIST {
            return list(buffer, offset);
        }
        if buffer.bytes < MESSAGE_BYTES {
            return Err(EINVAL);
        }
        let scheme = file as u32;
        let mut done = 0;
        while done + MESSAGE_BYTES <= buffer.bytes {
            match KERNEL.with(|kernel| first_message(kernel, scheme))? {
                Some(message) => {
                    buffer.part(done, MESSAGE_BYTES).write_record(&message)?;
                    done += MESSAGE_BYTES;
                    KERNEL.with(|kernel| remove_message(kernel, scheme))?;
                }
                None if done > 0 => break,
                None if flags & OPEN_NONBLOCK != 0 => return Err(EAGAIN),
                None => block(Reason::SchemeMessage, file)?,
            }
        }
        Ok(done)
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        if file == LIST {
            return Err(EBADF);
        }
        if buffer.bytes == 0 || buffer.bytes % ANSWER_BYTES != 0 {
            return Err(EINVAL);
        }
        for place in (0..buffer.bytes).step_by(ANSWER_BYTES as usize) {
            let taken = buffer.part(place, ANSWER_BYTES).read_record().and_then(|cqe| answer::take(file as u32, &cqe));
            match taken {
                Err(error) if place == 0 => return Err(error),
                Err(_) => return Ok(place),
                Ok(()) => {}
            }
        }
        Ok(buffer.bytes)
    }

    fn close(&self, file: u64) {
        if file != LIST {
            KERNEL.with(|kernel| remove(kernel, file as u32));
        }
    }

    fn event(&self, file: u64, _flags: u64) -> Result<u64> {
        let has_message = KERNEL.with(|kernel| Ok(first_message(kernel, file as u32)?.is_some()))?;
        Ok(EVENT_WRITE | if has_message { EVENT_READ } else { 0 })
    }
}

/// Adds a scheme that the current context serves, under a name in its namespace.
fn register(kernel: &mut Kernel, name: &[u8]) -> Result<u32> {
    let context = kernel.contexts.current();
    let (pid, space, namespace) = (context.pid, context.space, context.effective_namespace);
    if kernel.schemes.namespaces.find(namespace, name).is_some() {
        return Err(EEXIST);
    }
    let id = kernel.schemes.users.insert(name, pid, space)?;
    let named = kernel.schemes.namespaces.get(namespace as u64).and_then(|names| names.insert(name, id));
    if let Some(space) = SpaceId::from_plus_one(space) {
        kernel.spaces.get(space).users += 1;
    }
    if let Err(error) = named {
        remove(kernel, id);
        return Err(error);
    }
    let mut text = [0; 32];
    text[..name.len()].copy_from_slice(name);
    probe!(redox, scheme_register, id, pid; &text);
    Ok(id)
}

/// Removes a scheme whose socket is closed: its names, its messages, what was lent to it. Clients that wait go on waiting.
fn remove(kernel: &mut Kernel, id: u32) {
    kernel.schemes.namespaces.forget(id);
    unlend_all(kernel, id);
    let Ok(server) = kernel.schemes.users.get(id) else { return };
    server.messages.length = 0;
    let owner = server.owner;
    let space = SpaceId::from_plus_one(core::mem::take(&mut server.space));
    for call in server.calls.iter_mut().filter(|call| call.state == TagState::Abandoned) {
        call.state = TagState::Free;
    }
    server.free_if_over();
    if let Some(space) = space {
        kernel.spaces.release(&mut kernel.frames, space);
    }
    probe!(redox, scheme_remove, id, owner);
}

fn first_message(kernel: &mut Kernel, scheme: u32) -> Result<Option<Sqe>> {
    let messages = &kernel.schemes.users.serving(scheme).map_err(|_| EBADF)?.messages;
    Ok((messages.length > 0).then(|| messages.all[messages.first as usize]))
}

fn remove_message(kernel: &mut Kernel, scheme: u32) -> Result<()> {
    let pid = kernel.contexts.current().pid;
    let messages = &mut kernel.schemes.users.serving(scheme).map_err(|_| EBADF)?.messages;
    let message = messages.all[messages.first as usize];
    messages.first = (messages.first + 1) % MOST_MESSAGES as u32;
    messages.length -= 1;
    probe!(redox, message_receive, scheme, message.tag, message.opcode, pid);
    Ok(())
}

/// The names that the current context can use.
fn list(buffer: UserSlice, offset: u64) -> Result<u64> {
    let mut text = super::text::Text::new();
    KERNEL.with(|kernel| {
        let namespace = kernel.contexts.current().effective_namespace;
        if let Ok(names) = kernel.schemes.namespaces.get(namespace as u64) {
            for name in names.names.iter().filter(|each| each.scheme != 0 && each.length > 0) {
                text.line(&[name.text()]);
            }
        }
    });
    text.read(buffer, offset)
}
