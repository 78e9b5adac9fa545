//! A scheme that a program serves: each request becomes a message, and the client waits for the answer.

use common::probe;
use redox_abi::error::{decode, Result, ECANCELED, EINTR, EIO};
use redox_abi::flag::MAP_PRIVATE;
use redox_abi::record::{Map, Stat};
use redox_abi::scheme::{opcode, Sqe};

use super::lend::{self, Buffer};
use super::mapping;
use super::tag::{send, send_one_way, ServerState, TagState};
use super::{description, Caller, Opened, Scheme};
use crate::context::scheduler::{block, switch_until_woken};
use crate::context::Reason;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;
use crate::memory::PAGE;

/// A user scheme, by its id.
pub struct UserServed(pub u32);

/// An answer: what the client gets, and a description that came with it.
struct Answer {
    result: Result<u64>,
    given: Option<usize>,
}

/// How much of a lent buffer the server wrote.
#[derive(Clone, Copy)]
enum Written {
    /// As many bytes as the result says.
    Result,
    /// All of it, if there is a result.
    All,
}

impl UserServed {
    /// Sends a request, and waits for a result that is a number.
    fn call(&self, opcode: u8, args: [u64; 5], buffer: Buffer) -> Result<u64> {
        self.number(self.request(opcode, args, buffer, Written::Result)?)
    }

    fn number(&self, answer: Answer) -> Result<u64> {
        match answer.given {
            Some(place) => {
                description::release(place);
                Err(EIO)
            }
            None => answer.result,
        }
    }

    /// Sends a request that opens a file.
    fn call_for_file(&self, opcode: u8, args: [u64; 5], name: &[u8]) -> Result<Opened> {
        let answer = self.request(opcode, args, Buffer::Bytes(name), Written::Result)?;
        match answer.given {
            Some(place) => Ok(Opened::Other(place)),
            None => Ok(Opened::Own(answer.result?)),
        }
    }

    /// Sends a request, waits for its answer, takes back what was lent. Where the buffer goes in the arguments, its
    /// address and length are put by this function.
    fn request(&self, opcode: u8, args: [u64; 5], buffer: Buffer, written: Written) -> Result<Answer> {
        let scheme = self.0;
        let tag = KERNEL.with(|kernel| {
            let (pid, place) = (kernel.contexts.current().pid, kernel.contexts.current);
            kernel.schemes.users.serving(scheme)?.begin(pid, place)
        })?;
        let sent = lend::lend(scheme, tag, &buffer).and_then(|(address, loan)| {
            KERNEL.with(|kernel| submit(kernel, scheme, tag, opcode, args, (&buffer, address)))?;
            Ok(loan)
        });
        let loan = match sent {
            Ok(loan) => loan,
            Err(error) => {
                KERNEL.with(|kernel| finish(kernel, scheme, tag));
                return Err(error);
            }
        };
        let answer = wait(scheme, tag)?;
        let bytes = match (answer.result, written) {
            (Ok(bytes), Written::Result) => bytes,
            (Ok(_), Written::All) => loan.bytes,
            (Err(_), _) => 0,
        };
        let copied = lend::copy_back(&loan, buffer, bytes, (scheme, tag));
        KERNEL.with(|kernel| {
            finish(kernel, scheme, tag);
            let pid = kernel.contexts.current().pid;
            probe!(redox, message_done, scheme, tag, pid, redox_abi::error::encode(answer.result));
        });
        match copied {
            Err(error) if answer.result.is_ok() => {
                answer.given.into_iter().for_each(description::release);
                Err(error)
            }
            _ => Ok(answer),
        }
    }
}

/// Fills in the request of a call, blocks the client, and sends it.
fn submit(kernel: &mut Kernel, scheme: u32, tag: u32, opcode: u8, args: [u64; 5], lent: (&Buffer, u64)) -> Result<()> {
    let context = kernel.contexts.current();
    let identity = context.uid as u64 | (context.gid as u64) << 32;
    let [mut a, mut b, mut c, d, e] = args;
    let length = match lent.0 {
        Buffer::Nothing => None,
        Buffer::Bytes(bytes) => Some(bytes.len() as u64),
        Buffer::Answer(bytes) => Some(bytes.len() as u64),
        Buffer::Read(slice) | Buffer::Write(slice) => Some(slice.bytes),
    };
    match length {
        // The path comes first; everywhere else the number of the file does.
        Some(length) if matches!(opcode, opcode::OPEN | opcode::UNLINK) => (a, b) = (lent.1, length),
        Some(length) => (b, c) = (lent.1, length),
        None => {}
    }
    let caller = context.pid as u64;
    if context.is_killed {
        return Err(EINTR);
    }
    let request = Sqe { opcode, flags: 0, reserved: 0, tag, args: [a, b, c, d, e, identity], caller };
    kernel.schemes.users.serving(scheme)?.call(tag)?.request = request;
    let client = kernel.contexts.current;
    kernel.contexts.block_current(Reason::SchemeCall, scheme as u64, 0);
    send(kernel, scheme, request).inspect_err(|_| kernel.contexts.wake(client))
}

fn finish(kernel: &mut Kernel, scheme: u32, tag: u32) {
    lend::unlend(kernel, scheme, tag);
    if let Ok(server) = kernel.schemes.users.get(scheme) {
        server.finish(tag);
    }
}

/// Waits for the answer to a call. A signal asks the server to cancel; a killed client does not wait any more.
fn wait(scheme: u32, tag: u32) -> Result<Answer> {
    let mut woken = switch_until_woken();
    loop {
        let answer = KERNEL.with(|kernel| {
            let call = kernel.schemes.users.get(scheme)?.call(tag)?;
            if call.state == TagState::Responded {
                return Ok(Some(Answer {
                    result: as_client_sees(decode(call.result), call.is_canceled),
                    given: call.given.checked_sub(1).map(|place| place as usize),
                }));
            }
            if kernel.contexts.current().is_killed {
                abandon(kernel, scheme, tag);
                return Err(EINTR);
            }
            if woken.is_err() && call.state == TagState::Waiting {
                call.state = TagState::Canceling;
                call.is_canceled = true;
                probe!(redox, cancel, scheme, tag);
                send_one_way(kernel, scheme, opcode::CANCEL, tag, [0; 5]);
            }
            Ok(None)
        })?;
        if let Some(answer) = answer {
            return Ok(answer);
        }
        woken = block(Reason::SchemeCall, scheme as u64);
    }
}

fn as_client_sees(result: Result<u64>, is_canceled: bool) -> Result<u64> {
    match result {
        Err(ECANCELED) if is_canceled => Err(EINTR),
        Err(EINTR) if !is_canceled => Err(EIO),
        other => other,
    }
}

/// The current context is killed in a call: the answer, if it comes, will free what was lent.
fn abandon(kernel: &mut Kernel, scheme: u32, tag: u32) {
    lend::leave_frames(kernel);
    if let Ok(server) = kernel.schemes.users.get(scheme) {
        match server.state {
            ServerState::Serving => {
                if let Ok(call) = server.call(tag) {
                    call.state = TagState::Abandoned;
                    probe!(redox, message_abandon, scheme, tag);
                }
            }
            _ => server.finish(tag),
        }
    }
}

impl Scheme for UserServed {
    fn open(&self, path: &[u8], flags: u64, _caller: Caller) -> Result<Opened> {
        self.call_for_file(opcode::OPEN, [0, 0, flags, 0, 0], path)
    }

    fn dup(&self, file: u64, name: &[u8], _caller: Caller) -> Result<Opened> {
        self.call_for_file(opcode::DUP, [file, 0, 0, 0, 0], name)
    }

    fn read(&self, file: u64, buffer: UserSlice, offset: u64, flags: u64) -> Result<u64> {
        let bytes = self.call(opcode::READ, [file, 0, 0, offset, flags], Buffer::Write(buffer))?;
        if bytes > buffer.bytes { Err(EIO) } else { Ok(bytes) }
    }

    fn write(&self, file: u64, buffer: UserSlice, offset: u64, flags: u64) -> Result<u64> {
        let bytes = self.call(opcode::WRITE, [file, 0, 0, offset, flags], Buffer::Read(buffer))?;
        if bytes > buffer.bytes { Err(EIO) } else { Ok(bytes) }
    }

    fn close(&self, file: u64) {
        KERNEL.with(|kernel| send_one_way(kernel, self.0, opcode::CLOSE, 0, [file, 0, 0, 0, 0]));
    }

    fn size(&self, file: u64) -> Result<u64> {
        self.call(opcode::FSIZE, [file, 0, 0, 0, 0], Buffer::Nothing)
    }

    fn event(&self, file: u64, flags: u64) -> Result<u64> {
        self.call(opcode::FEVENT, [file, flags, 0, 0, 0], Buffer::Nothing)
    }

    fn path(&self, file: u64, buffer: UserSlice) -> Result<u64> {
        let bytes = self.call(opcode::FPATH, [file, 0, 0, 0, 0], Buffer::Write(buffer))?;
        if bytes > buffer.bytes { Err(EIO) } else { Ok(bytes) }
    }

    fn stat(&self, file: u64) -> Result<Stat> {
        let mut bytes = [0; size_of::<Stat>()];
        let answer = self.request(opcode::FSTAT, [file, 0, 0, 0, 0], Buffer::Answer(&mut bytes), Written::All)?;
        self.number(answer)?;
        let word = |place: usize| u64::from_le_bytes(core::array::from_fn(|index| bytes[place + index]));
        Ok(Stat { mode: word(0), bytes: word(8) })
    }

    fn sync(&self, file: u64) -> Result<u64> {
        self.call(opcode::FSYNC, [file, 0, 0, 0, 0], Buffer::Nothing)
    }

    fn truncate(&self, file: u64, bytes: u64) -> Result<u64> {
        self.call(opcode::FTRUNCATE, [file, bytes, 0, 0, 0], Buffer::Nothing)
    }

    fn map(&self, file: u64, map: &Map) -> Result<u64> {
        mapping::check(map)?;
        let base = self.call(opcode::MMAP_PREPARE, [file, map.offset, map.bytes, map.flags, 0], Buffer::Nothing)?;
        if base % PAGE != 0 || UserSlice::new(base, map.bytes).is_err() {
            return Err(EIO);
        }
        let is_private = map.flags & MAP_PRIVATE != 0;
        KERNEL.with(|kernel| mapping::of_server(kernel, (self.0, file), base, map, is_private))
    }

    fn unlink(&self, path: &[u8], _caller: Caller) -> Result<u64> {
        self.call(opcode::UNLINK, [0; 5], Buffer::Bytes(path))
    }
}
