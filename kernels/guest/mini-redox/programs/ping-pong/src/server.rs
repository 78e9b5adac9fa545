//! The one that answers: after `ping 7` is written to it, it reads as `pong 7`.

use redox_runtime::error::{EAGAIN, EBADF, EINVAL, EMFILE};
use redox_runtime::scheme::{serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, Result};

use crate::{LONGEST, SCHEME};

/// As many clients as it can have at once.
const MOST_CLIENTS: usize = 8;

/// The answer to the last message of a client.
#[derive(Clone, Copy, Default)]
struct Pong {
    bytes: [u8; LONGEST],
    length: usize,
}

#[derive(Default)]
struct PingPong {
    clients: [Option<Pong>; MOST_CLIENTS],
}

impl PingPong {
    fn client(&mut self, number: u64) -> Result<&mut Pong> {
        self.clients.get_mut(number as usize).and_then(Option::as_mut).ok_or(EBADF)
    }
}

impl SchemeServer for PingPong {
    fn open(&mut self, _path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        let number = self.clients.iter().position(Option::is_none).ok_or(EMFILE)?;
        self.clients[number] = Some(Pong::default());
        Ok(Answer::Now(number as u64))
    }

    fn close(&mut self, number: u64) {
        if let Some(client) = self.clients.get_mut(number as usize) {
            *client = None;
        }
    }

    fn write(&mut self, number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        let pong = self.client(number)?;
        if !buffer.starts_with(b"ping") {
            return Err(EINVAL);
        }
        pong.bytes.get_mut(..buffer.len()).ok_or(EINVAL)?.copy_from_slice(buffer);
        pong.bytes[1] = b'o';
        pong.length = buffer.len();
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        let pong = self.client(number)?;
        if pong.length == 0 {
            return Err(EAGAIN);
        }
        buffer.get_mut(..pong.length).ok_or(EINVAL)?.copy_from_slice(&pong.bytes[..pong.length]);
        Ok(Answer::Now(core::mem::take(&mut pong.length) as u64))
    }
}

pub fn run() -> Result<()> {
    let socket = Socket::create(SCHEME)?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut PingPong::default()))
}
