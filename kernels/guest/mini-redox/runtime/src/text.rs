//! Lines of text: each goes out by one `write`, so that lines of different programs do not mix.

use common::text::Sink;
use redox_abi::error::Error;

use crate::file::File;
use crate::{argument, call};

/// The descriptors that a program finds open.
pub const INPUT: u64 = 0;
pub const OUTPUT: u64 = 1;
pub const ERRORS: u64 = 2;

/// The longest line; the rest is left out.
pub const LONGEST: usize = 160;

/// Room for one line.
pub struct Line {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Line {
    pub const fn new() -> Self {
        Line { bytes: [0; LONGEST], length: 0 }
    }

    /// A line that begins with the name of this program and a colon.
    pub fn named() -> Self {
        let mut line = Line::new();
        line.text(argument::name());
        line.text(": ");
        line
    }

    /// What is in it so far.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    /// What is in it, if that is text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self.bytes()).unwrap_or("")
    }

    /// Sends it out, with its end.
    pub fn print(mut self) {
        self.length = self.length.min(LONGEST - 1);
        self.put(b"\n");
        print(self.bytes());
    }
}

impl Default for Line {
    fn default() -> Self {
        Line::new()
    }
}

impl Sink for Line {
    fn put(&mut self, bytes: &[u8]) {
        for (target, source) in self.bytes.iter_mut().skip(self.length).zip(bytes) {
            *target = *source;
            self.length += 1;
        }
    }
}

/// Sends bytes out as they are.
pub fn print(bytes: &[u8]) {
    let mut rest = bytes;
    while let Ok(count @ 1..) = call::write(OUTPUT, rest) {
        rest = rest.get(count..).unwrap_or(&[]);
        if rest.is_empty() {
            return;
        }
    }
}

/// Something that can stand in a line.
pub trait Part {
    fn put_into(&self, line: &mut dyn Sink);
}

impl Part for str {
    fn put_into(&self, line: &mut dyn Sink) {
        line.text(self);
    }
}

impl Part for [u8] {
    fn put_into(&self, line: &mut dyn Sink) {
        line.put(self);
    }
}

impl Part for u64 {
    fn put_into(&self, line: &mut dyn Sink) {
        line.decimal64(*self);
    }
}

impl Part for u32 {
    fn put_into(&self, line: &mut dyn Sink) {
        line.decimal(*self);
    }
}

impl Part for usize {
    fn put_into(&self, line: &mut dyn Sink) {
        line.decimal64(*self as u64);
    }
}

impl Part for Error {
    fn put_into(&self, line: &mut dyn Sink) {
        line.text(self.name());
    }
}

impl<T: Part + ?Sized> Part for &T {
    fn put_into(&self, line: &mut dyn Sink) {
        (**self).put_into(line);
    }
}

/// A call's outcome: what it gave, or the name of the error.
impl<T: Part> Part for redox_abi::error::Result<T> {
    fn put_into(&self, line: &mut dyn Sink) {
        match self {
            Ok(value) => value.put_into(line),
            Err(error) => error.put_into(line),
        }
    }
}

impl Part for () {
    fn put_into(&self, line: &mut dyn Sink) {
        line.text("done");
    }
}

impl Part for File {
    fn put_into(&self, line: &mut dyn Sink) {
        line.text("descriptor ");
        line.decimal64(self.descriptor());
    }
}

/// A number in hexadecimal.
pub struct Hex(pub u64);

impl Part for Hex {
    fn put_into(&self, line: &mut dyn Sink) {
        line.hex64(self.0);
    }
}

/// Prints a line: the program's name, a colon, and the parts, text or numbers, one after the other.
#[macro_export]
macro_rules! say {
    ($($part:expr),* $(,)?) => {{
        let mut line = $crate::text::Line::named();
        $($crate::text::Part::put_into(&$part, &mut line);)*
        line.print();
    }};
}

/// Prints a line of the parts alone.
#[macro_export]
macro_rules! tell {
    ($($part:expr),* $(,)?) => {{
        let mut line = $crate::text::Line::new();
        $($crate::text::Part::put_into(&$part, &mut line);)*
        line.print();
    }};
}
