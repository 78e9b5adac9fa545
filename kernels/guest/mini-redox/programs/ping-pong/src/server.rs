//! The one that answers: after `ping 7` is written to it, it reads as `pong 7`.

use redox_runtime::error::{EAGAIN, EINVAL};
use redox_runtime::scheme::{serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, Result};

use crate::{LONGEST, SCHEME};

/// The answer to the last message; there is one for everybody.
struct PingPong {
    answer: [u8; LONGEST],
    length: usize,
}

impl SchemeServer for PingPong {
    fn open(&mut self, _path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        Ok(Answer::Now(0))
    }

    fn write(&mut self, _number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        if !buffer.starts_with(b"ping") {
            return Err(EINVAL);
        }
        self.answer.get_mut(..buffer.len()).ok_or(EINVAL)?.copy_from_slice(buffer);
        self.answer[1] = b'o';
        self.length = buffer.len();
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn read(&mut self, _number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        let answer = &self.answer[..core::mem::take(&mut self.length)];
        if answer.is_empty() {
            return Err(EAGAIN);
        }
        buffer.get_mut(..answer.len()).ok_or(EINVAL)?.copy_from_slice(answer);
        Ok(Answer::Now(answer.len() as u64))
    }
}

pub fn run() -> Result<()> {
    let socket = Socket::create(SCHEME)?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut PingPong { answer: [0; LONGEST], length: 0 }))
}
