//! The kernel's own words: kept in a ring, and sent through the same port as everybody's, a chunk at a time.

use core::cell::Cell;

use common::text::Sink;
use kernel::cells::TakeCell;
use kernel::hil::{Transmit, TransmitClient};

/// Bytes that can wait.
const ROOM: usize = 1024;

/// The log.
pub struct Log {
    uart: &'static dyn Transmit,
    chunk: TakeCell<[u8]>,
    ring: [Cell<u8>; ROOM],
    first: Cell<usize>,
    length: Cell<usize>,
}

impl Log {
    pub fn new(uart: &'static dyn Transmit, chunk: &'static mut [u8]) -> Self {
        Log {
            uart,
            chunk: TakeCell::new(chunk),
            ring: [const { Cell::new(0) }; ROOM],
            first: Cell::new(0),
            length: Cell::new(0),
        }
    }

    /// Writes something.
    pub fn write(&self, write: &dyn Fn(&mut dyn Sink)) {
        write(&mut Writer(self));
        self.send_chunk();
    }

    /// Whether everything has been sent.
    pub fn is_idle(&self) -> bool {
        self.length.get() == 0 && !self.chunk.is_empty()
    }

    /// Keeps a byte, or drops it if there is no room.
    fn push(&self, byte: u8) {
        let length = self.length.get();
        if length < ROOM {
            if let Some(slot) = self.ring.get((self.first.get() + length) % ROOM) {
                slot.set(byte);
            }
            self.length.set(length + 1);
        }
    }

    fn pop(&self) -> Option<u8> {
        let length = self.length.get().checked_sub(1)?;
        let byte = self.ring.get(self.first.get())?.get();
        self.first.set((self.first.get() + 1) % ROOM);
        self.length.set(length);
        Some(byte)
    }

    /// Sends a line, or as much of it as a chunk holds: other users of the port come between lines.
    fn send_chunk(&self) {
        if self.length.get() == 0 {
            return;
        }
        let Some(chunk) = self.chunk.take() else { return };
        let mut count = 0;
        for target in chunk.iter_mut() {
            let Some(byte) = self.pop() else { break };
            *target = byte;
            count += 1;
            if byte == b'\n' {
                break;
            }
        }
        if let Err((_, chunk)) = self.uart.transmit(chunk, count) {
            self.chunk.put(chunk);
        }
    }
}

impl TransmitClient for Log {
    fn transmitted(&self, buffer: &'static mut [u8], _length: usize) {
        self.chunk.put(buffer);
        self.send_chunk();
    }
}

struct Writer<'a>(&'a Log);

impl Sink for Writer<'_> {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0.push(*byte);
        }
    }
}
