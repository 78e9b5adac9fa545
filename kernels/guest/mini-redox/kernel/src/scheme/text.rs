//! Text that the kernel makes for a reader.

use common::text::Sink;
use redox_abi::error::Result;

use crate::memory::user::UserSlice;

/// The longest text.
const MOST_BYTES: usize = 8192;

/// Text under construction; what does not fit is cut off.
pub struct Text {
    length: usize,
    bytes: [u8; MOST_BYTES],
}

impl Text {
    pub const fn new() -> Self {
        Text { length: 0, bytes: [0; MOST_BYTES] }
    }

    /// Adds a line: its parts one after the other.
    pub fn line(&mut self, parts: &[&[u8]]) {
        parts.iter().for_each(|part| self.put(part));
        self.put(b"\n");
    }

    /// Adds text, filled up with spaces to a width.
    pub fn column(&mut self, text: &[u8], width: usize) {
        self.put(text);
        (text.len()..width).for_each(|_| self.put(b" "));
    }

    /// Adds a number, filled up with spaces to a width.
    pub fn number(&mut self, number: u32, width: usize) {
        let before = self.length;
        self.decimal(number);
        (self.length - before..width).for_each(|_| self.put(b" "));
    }

    /// Gives a reader the part that begins at an offset.
    pub fn read(&self, buffer: UserSlice, offset: u64) -> Result<u64> {
        let from = offset.min(self.length as u64) as usize;
        buffer.write(&self.bytes[from..self.length])
    }
}

impl Sink for Text {
    fn put(&mut self, bytes: &[u8]) {
        let length = bytes.len().min(MOST_BYTES - self.length);
        self.bytes[self.length..self.length + length].copy_from_slice(&bytes[..length]);
        self.length += length;
    }
}
