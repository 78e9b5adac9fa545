//! Servers of user schemes as the kernel sees them: the messages that wait for one, and a tag for each call under way.
//!
//! ```text
//! Free -> Waiting -> Responded -> Free
//!            |  \-> Canceling -> Responded -> Free      a signal came: the server is asked to cancel
//!            \----------------> Abandoned -> Free       the client was killed: the answer frees what it lent
//! ```

use common::probe;
use redox_abi::error::{Result, EAGAIN, EBADFD, EINVAL, ENODEV, ENOMEM};
use redox_abi::flag::EVENT_READ;
use redox_abi::scheme::{Sqe, ONE_WAY};

use super::event::trigger;
use super::id;
use super::lend::Loan;
use super::namespace::NAME_BYTES;
use crate::context::table::ContextId;
use crate::context::Reason;
use crate::kernel::Kernel;

/// How many user schemes there can be.
pub const MOST_USER_SCHEMES: usize = 20;
/// How many calls of one scheme can be under way.
pub const MOST_TAGS: usize = 16;
/// How many messages can wait for a server; those that want no answer may use all places, calls only the first half.
pub const MOST_MESSAGES: usize = 64;

const NO_MESSAGE: Sqe = Sqe { opcode: 0, flags: 0, reserved: 0, tag: 0, args: [0; 6], caller: 0 };

/// Where a call is.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TagState {
    Free = 0,
    /// The message is in the queue or with the server; the client is blocked.
    Waiting = 1,
    /// As before, and the server has been asked to cancel.
    Canceling = 2,
    /// The client is gone; the answer will free what it lent.
    Abandoned = 3,
    /// The answer is here; the client is runnable.
    Responded = 4,
}

/// A call under way. Its tag is its place in the table, counted from 1.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Call {
    pub state: TagState,
    /// Whether the server has been asked to cancel.
    pub is_canceled: bool,
    /// The pid of the client, and its place in the table of contexts.
    pub client: u32,
    pub context: ContextId,
    /// A description that came with the answer, counted from 1; 0 for none.
    pub given: u32,
    /// The result of the answer.
    pub result: u64,
    /// The message as the server gets it.
    pub request: Sqe,
    /// The client's memory that the server sees.
    pub loan: Loan,
}

impl Call {
    const FREE: Call = Call {
        state: TagState::Free,
        is_canceled: false,
        client: 0,
        context: ContextId(0),
        given: 0,
        result: 0,
        request: NO_MESSAGE,
        loan: Loan::NONE,
    };
}

/// Messages that the server has not read yet.
#[repr(C)]
pub struct Messages {
    /// The place of the oldest, and how many there are.
    pub first: u32,
    pub length: u32,
    pub all: [Sqe; MOST_MESSAGES],
}

/// Whether a server is there.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ServerState {
    Free = 0,
    Serving = 1,
    /// Its socket is closed; clients are still in calls that nobody will answer.
    Gone = 2,
}

/// A scheme served by a program.
#[repr(C)]
pub struct UserScheme {
    /// Never used twice.
    pub id: u32,
    pub state: ServerState,
    /// The pid of the context that registered it.
    pub owner: u32,
    /// The server's address space, counted from 1; the scheme counts as one of its users.
    pub space: u32,
    /// The tag that was used last.
    pub last_tag: u32,
    pub name_length: u32,
    pub name: [u8; NAME_BYTES],
    pub messages: Messages,
    pub calls: [Call; MOST_TAGS],
}

/// All user schemes.
#[repr(C)]
pub struct UserSchemes {
    /// How many there have ever been.
    pub count: u32,
    pub all: [UserScheme; MOST_USER_SCHEMES],
}

impl UserScheme {
    const FREE: UserScheme = UserScheme {
        id: 0,
        state: ServerState::Free,
        owner: 0,
        space: 0,
        last_tag: 0,
        name_length: 0,
        name: [0; NAME_BYTES],
        messages: Messages { first: 0, length: 0, all: [NO_MESSAGE; MOST_MESSAGES] },
        calls: [Call::FREE; MOST_TAGS],
    };

    pub fn name(&self) -> &[u8] {
        &self.name[..self.name_length as usize]
    }

    /// The call of a tag; EBADFD if there is none.
    pub fn call(&mut self, tag: u32) -> Result<&mut Call> {
        let call = self.calls.get_mut((tag as usize).wrapping_sub(1)).ok_or(EBADFD)?;
        if call.state == TagState::Free { Err(EBADFD) } else { Ok(call) }
    }

    /// A tag for a new call of the current context: the next free one after the last one used.
    pub fn begin(&mut self, client: u32, context: ContextId) -> Result<u32> {
        if self.messages.length as usize >= MOST_MESSAGES / 2 {
            return Err(EAGAIN);
        }
        let last = self.last_tag as usize;
        let places = (0..MOST_TAGS).map(|step| (last + step) % MOST_TAGS);
        let place = places.into_iter().find(|place| self.calls[*place].state == TagState::Free).ok_or(EAGAIN)?;
        self.calls[place] = Call { state: TagState::Waiting, client, context, ..Call::FREE };
        self.last_tag = place as u32 + 1;
        Ok(self.last_tag)
    }

    /// Ends a call. A scheme whose server is gone is free after its last one.
    pub fn finish(&mut self, tag: u32) {
        self.calls[tag as usize - 1] = Call::FREE;
        self.free_if_over();
    }

    /// Frees the entry if its server is gone and no client is in a call.
    pub fn free_if_over(&mut self) {
        if self.state == ServerState::Gone && self.calls.iter().all(|call| call.state == TagState::Free) {
            self.state = ServerState::Free;
            self.id = 0;
        }
    }
}

impl UserSchemes {
    pub const fn new() -> Self {
        UserSchemes { count: 0, all: [UserScheme::FREE; MOST_USER_SCHEMES] }
    }

    /// The scheme of that id, whether its server is there or gone.
    pub fn get(&mut self, id: u32) -> Result<&mut UserScheme> {
        self.all.iter_mut().find(|each| each.state != ServerState::Free && each.id == id).ok_or(ENODEV)
    }

    /// The scheme of that id, if its server is there.
    pub fn serving(&mut self, id: u32) -> Result<&mut UserScheme> {
        self.get(id).ok().filter(|each| each.state == ServerState::Serving).ok_or(ENODEV)
    }

    /// A new scheme; gives its id.
    pub fn insert(&mut self, name: &[u8], owner: u32, space: u32) -> Result<u32> {
        let place = self.all.iter_mut().find(|each| each.state == ServerState::Free).ok_or(ENOMEM)?;
        *place = UserScheme { state: ServerState::Serving, owner, space, name_length: name.len() as u32, ..UserScheme::FREE };
        place.name.get_mut(..name.len()).ok_or(EINVAL)?.copy_from_slice(name);
        place.id = id::FIRST_USER + self.count;
        self.count += 1;
        Ok(place.id)
    }
}

/// Puts a message into a server's queue, and wakes the server.
pub fn send(kernel: &mut Kernel, scheme: u32, message: Sqe) -> Result<()> {
    let messages = &mut kernel.schemes.users.serving(scheme)?.messages;
    if messages.length as usize == MOST_MESSAGES {
        return Err(EAGAIN);
    }
    let place = (messages.first + messages.length) as usize % MOST_MESSAGES;
    messages.all[place] = message;
    messages.length += 1;
    let owner = kernel.schemes.users.serving(scheme)?.owner;
    let [a, b, c, d, e, f] = message.args;
    probe!(redox, message_arguments, a, b, c, d, e, f);
    probe!(redox, message_send, scheme, message.tag, message.opcode, message.caller, owner, message.flags);
    kernel.contexts.wake_all(Reason::SchemeMessage, scheme as u64);
    trigger(kernel, id::ROOT, scheme as u64, EVENT_READ);
    Ok(())
}

/// Sends a message that wants no answer. A server that has so many messages unread misses it.
pub fn send_one_way(kernel: &mut Kernel, scheme: u32, opcode: u8, tag: u32, args: [u64; 5]) {
    let context = kernel.contexts.current();
    let [a, b, c, d, e] = args;
    let identity = context.uid as u64 | (context.gid as u64) << 32;
    let message = Sqe { opcode, flags: ONE_WAY, reserved: 0, tag, args: [a, b, c, d, e, identity], caller: context.pid as u64 };
    if send(kernel, scheme, message).is_err() {
        probe!(redox, message_lost, scheme, opcode);
    }
}
