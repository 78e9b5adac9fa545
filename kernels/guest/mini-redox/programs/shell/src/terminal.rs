//! The input: bytes, and the end of a program that runs meanwhile.

use redox_runtime::error::EAGAIN;
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::{EVENT_READ, OPEN_NONBLOCK, OPEN_READ, PAGE};
use redox_runtime::text::INPUT;
use redox_runtime::{call, Result};

/// How many bytes can wait.
const MOST_AHEAD: usize = 512;
/// What the queue tells of the input and of a program.
const INPUT_READY: u64 = 0;
const CHILD_ENDED: u64 = 1;

/// What happened.
pub enum Woken {
    Byte(u8),
    /// The program that was watched has ended.
    Ended,
    /// No input will come any more.
    Closed,
}

/// The input of the shell. It is opened a second time so that a read does not wait: the queue alone does.
pub struct Terminal {
    queue: Queue,
    input: File,
    ahead: [u8; MOST_AHEAD],
    first: usize,
    count: usize,
    is_closed: bool,
}

impl Terminal {
    pub fn new() -> Result<Self> {
        let mut path = [0; PAGE as usize];
        let length = call::fpath(INPUT, &mut path)?;
        let path = path.get(..length).unwrap_or(&[]);
        let input = File::of(call::open(path, OPEN_READ | OPEN_NONBLOCK)?);
        let queue = Queue::new()?;
        queue.watch(&input, EVENT_READ, INPUT_READY)?;
        Ok(Terminal { queue, input, ahead: [0; MOST_AHEAD], first: 0, count: 0, is_closed: false })
    }

    /// The next byte, or that no more will come.
    pub fn next_byte(&mut self) -> Result<Option<u8>> {
        loop {
            match self.next()? {
                Woken::Byte(byte) => return Ok(Some(byte)),
                Woken::Closed => return Ok(None),
                Woken::Ended => {}
            }
        }
    }

    /// Watches a context until it has ended.
    pub fn watch(&self, context: &File) -> Result<()> {
        self.queue.watch(context, EVENT_READ, CHILD_ENDED)
    }

    /// Watches it no longer.
    pub fn forget(&self, context: &File) -> Result<()> {
        self.queue.watch(context, 0, CHILD_ENDED)
    }

    /// Waits for a byte or for the end of what is watched.
    pub fn next(&mut self) -> Result<Woken> {
        loop {
            if let Some(byte) = self.take() {
                return Ok(Woken::Byte(byte));
            }
            self.fill()?;
            if self.count > 0 {
                continue;
            }
            if self.is_closed {
                return Ok(Woken::Closed);
            }
            if self.queue.next()?.data == CHILD_ENDED {
                return Ok(Woken::Ended);
            }
        }
    }

    /// Puts bytes behind those that wait already; what finds no place is lost.
    pub fn push(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.count < MOST_AHEAD {
                self.ahead[(self.first + self.count) % MOST_AHEAD] = *byte;
                self.count += 1;
            }
        }
    }

    fn take(&mut self) -> Option<u8> {
        let byte = (self.count > 0).then(|| self.ahead[self.first])?;
        self.first = (self.first + 1) % MOST_AHEAD;
        self.count -= 1;
        Some(byte)
    }

    /// Reads what has come.
    fn fill(&mut self) -> Result<()> {
        let mut bytes = [0; 64];
        match self.input.read(&mut bytes) {
            Ok(0) => self.is_closed = true,
            Ok(count) => self.push(bytes.get(..count).unwrap_or(&[])),
            Err(EAGAIN) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}
