//! Typed bytes, for drivers of things that people type on: those who read wait in order for what comes.

use redox_abi::error::{Result, EAGAIN, EBADF, ECANCELED, EMFILE};
use redox_abi::flag::{EVENT_READ, OPEN_NONBLOCK};

use crate::scheme::{Answer, Call, Socket};

/// As many bytes as are kept until somebody reads them; what comes then is lost.
const MOST_BYTES: usize = 256;
/// As many readers as can wait.
const MOST_WAITING: usize = 8;
/// As many files as can be open.
const MOST_OPEN: usize = 16;

/// An open file.
#[derive(Clone, Copy)]
struct Open {
    flags: u64,
    /// Whether somebody watches it.
    is_watched: bool,
}

/// A reader that waits.
struct Waiting {
    call: Call,
    /// Whether its file is closed: it was killed, and must not get what others wait for.
    is_closed: bool,
}

/// What was typed and not yet read, and who waits for more.
pub struct Input {
    bytes: [u8; MOST_BYTES],
    first: usize,
    count: usize,
    /// The longest waiting is first.
    waiting: [Option<Waiting>; MOST_WAITING],
    open: [Option<Open>; MOST_OPEN],
}

impl Default for Input {
    fn default() -> Self {
        Input {
            bytes: [0; MOST_BYTES],
            first: 0,
            count: 0,
            waiting: [const { None }; MOST_WAITING],
            open: [None; MOST_OPEN],
        }
    }
}

impl Input {
    /// Gives a number to a new open file.
    pub fn open(&mut self, flags: u64) -> Result<Answer> {
        let number = self.open.iter().position(Option::is_none).ok_or(EMFILE)?;
        self.open[number] = Some(Open { flags, is_watched: false });
        Ok(Answer::Now(number as u64))
    }

    pub fn close(&mut self, number: u64) {
        for waiting in self.waiting.iter_mut().flatten().filter(|waiting| waiting.call.number() == number) {
            waiting.is_closed = true;
        }
        if let Some(row) = self.open.get_mut(number as usize) {
            *row = None;
        }
    }

    fn find(&mut self, number: u64) -> Result<&mut Open> {
        self.open.get_mut(number as usize).and_then(Option::as_mut).ok_or(EBADF)
    }

    /// Reads what is there. If nothing is, or others wait already, this one has to.
    pub fn read(&mut self, number: u64, buffer: &mut [u8]) -> Result<Answer> {
        let flags = self.find(number)?.flags;
        if buffer.is_empty() {
            return Ok(Answer::Now(0));
        }
        if self.count > 0 && self.waiting[0].is_none() {
            return Ok(Answer::Now(self.take(buffer)));
        }
        if flags & OPEN_NONBLOCK != 0 { Err(EAGAIN) } else { Ok(Answer::Later) }
    }

    /// Puts a reader at the end of those who wait.
    pub fn postpone(&mut self, socket: &Socket, call: Call) {
        match self.waiting.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some(Waiting { call, is_closed: false }),
            None => socket.answer(call, Err(EAGAIN)),
        }
    }

    /// Sends away a reader that no longer wants to wait.
    pub fn cancel(&mut self, socket: &Socket, tag: u32) {
        let is_it = |place: &Option<Waiting>| place.as_ref().is_some_and(|waiting| waiting.call.tag() == tag);
        if let Some(Waiting { call, .. }) = self.waiting.iter().position(is_it).and_then(|place| self.leave(place)) {
            socket.answer(call, Err(ECANCELED));
        }
    }

    /// Remembers who watches a file; which of the flags are so already.
    pub fn watch(&mut self, number: u64, flags: u64) -> Result<u64> {
        self.find(number)?.is_watched = flags & EVENT_READ != 0;
        Ok(if self.count > 0 { flags & EVENT_READ } else { 0 })
    }

    /// Keeps a byte that was typed.
    pub fn push(&mut self, byte: u8) {
        if self.count < MOST_BYTES {
            self.bytes[(self.first + self.count) % MOST_BYTES] = byte;
            self.count += 1;
        }
    }

    /// Answers those who wait, as far as there are bytes; tells those who watch if some are left.
    pub fn deliver(&mut self, socket: &Socket) {
        while self.count > 0 {
            let Some(Waiting { mut call, is_closed }) = self.leave(0) else { break };
            if is_closed {
                socket.answer(call, Err(ECANCELED));
                continue;
            }
            let count = self.take(call.bytes_mut());
            socket.answer(call, Ok(count));
        }
        if self.count > 0 {
            for (number, open) in self.open.iter().enumerate() {
                if open.is_some_and(|open| open.is_watched) {
                    socket.post_event(number as u64, EVENT_READ);
                }
            }
        }
    }

    /// Takes a reader out of those who wait; the others move up.
    fn leave(&mut self, place: usize) -> Option<Waiting> {
        let waiting = self.waiting[place].take();
        self.waiting[place..].rotate_left(1);
        waiting
    }

    /// Moves as many bytes as there are and fit; how many.
    fn take(&mut self, buffer: &mut [u8]) -> u64 {
        let count = self.count.min(buffer.len());
        for target in buffer.iter_mut().take(count) {
            *target = self.bytes[self.first];
            self.first = (self.first + 1) % MOST_BYTES;
        }
        self.count -= count;
        count as u64
    }
}
