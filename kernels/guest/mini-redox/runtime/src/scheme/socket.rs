//! The socket of a scheme: requests come out of it, answers go in.

use redox_abi::error::{encode, Result};
use redox_abi::flag::{OPEN_CREATE, OPEN_NONBLOCK, OPEN_READ, OPEN_SYNC, OPEN_WRITE};
use redox_abi::scheme::{answer, Cqe, Sqe};

use crate::file::File;
use crate::scheme::Call;
use crate::text::Line;
use common::text::Sink;

/// The server's end of a scheme. When it is closed, the scheme is gone.
pub struct Socket {
    file: File,
}

impl Socket {
    /// Registers a scheme of that name.
    pub fn create(name: &str) -> Result<Self> {
        Self::with_flags(name, 0)
    }

    /// Registers a scheme; [`Socket::next_request`] fails with `EAGAIN` instead of waiting.
    pub fn create_nonblocking(name: &str) -> Result<Self> {
        Self::with_flags(name, OPEN_NONBLOCK)
    }

    fn with_flags(name: &str, flags: u64) -> Result<Self> {
        let mut path = Line::new();
        path.text(":");
        path.text(name);
        let descriptor =
            crate::call::open(path.bytes(), OPEN_CREATE | OPEN_SYNC | OPEN_READ | OPEN_WRITE | flags)?;
        Ok(Socket { file: File::of(descriptor) })
    }

    /// The file to watch.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// The file alone, which keeps the scheme.
    pub fn into_file(self) -> File {
        self.file
    }

    /// The next thing that somebody wants.
    pub fn next_request(&self) -> Result<Call> {
        self.file.read_record::<Sqe>().map(Call::of)
    }

    /// Answers a call. The client that no longer waits for it makes no difference to us.
    pub fn answer(&self, call: Call, result: Result<u64>) {
        self.send(answer::REGULAR, call.tag(), encode(result));
    }

    /// Answers a call that opens with a file of ours, which the client gets a copy of.
    pub fn answer_with_file(&self, call: Call, file: &File) {
        self.send(answer::WITH_FD, call.tag(), file.descriptor());
    }

    /// Says that an open file of this scheme is ready: `EVENT_READ`, `EVENT_WRITE`.
    pub fn post_event(&self, number: u64, flags: u64) {
        self.send(answer::SEND_EVENT, flags as u32, number);
    }

    fn send(&self, flags: u8, tag: u32, result: u64) {
        if let Err(error) = self.file.write_record(Cqe { flags, extra: [0; 3], tag, result }) {
            crate::say!("answer with tag ", tag, ": ", error);
        }
    }
}
