//! A line while it is typed, shown as it goes.

use redox_runtime::text::print;

const LONGEST: usize = 120;

const INTERRUPT: u8 = 0x03;
const END_OF_INPUT: u8 = 0x04;
const BACKSPACE: u8 = 0x08;
const ESCAPE: u8 = 0x1B;
const DELETE: u8 = 0x7F;

/// What a byte led to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Nothing,
    /// A line is there.
    Line,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D on an empty line.
    End,
}

/// Bytes of a key that sends more than one, such as an arrow.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sequence {
    #[default]
    None,
    Escape,
    Bracket,
}

pub struct Editor {
    line: [u8; LONGEST],
    length: usize,
    sequence: Sequence,
    before_was_return: bool,
}

impl Default for Editor {
    fn default() -> Self {
        Editor { line: [0; LONGEST], length: 0, sequence: Sequence::None, before_was_return: false }
    }
}

impl Editor {
    pub fn clear(&mut self) {
        self.length = 0;
    }

    pub fn bytes(&self) -> &[u8] {
        self.line.get(..self.length).unwrap_or(&[])
    }

    /// The line; one that is not text is as good as empty.
    pub fn text(&self) -> &str {
        core::str::from_utf8(self.bytes()).unwrap_or("")
    }

    /// Takes a byte that was typed.
    pub fn take(&mut self, byte: u8) -> Event {
        let is_second_of_two = byte == b'\n' && self.before_was_return;
        self.before_was_return = byte == b'\r';
        if is_second_of_two || self.is_in_sequence(byte) {
            return Event::Nothing;
        }
        match byte {
            b'\r' | b'\n' => {
                print(b"\n");
                Event::Line
            }
            INTERRUPT => {
                print(b"^C\n");
                Event::Interrupt
            }
            END_OF_INPUT if self.length == 0 => {
                print(b"\n");
                Event::End
            }
            BACKSPACE | DELETE => self.take_back(),
            ESCAPE => {
                self.sequence = Sequence::Escape;
                Event::Nothing
            }
            b' '..=b'~' => self.add(byte),
            _ => Event::Nothing,
        }
    }

    fn add(&mut self, byte: u8) -> Event {
        if let Some(place) = self.line.get_mut(self.length) {
            *place = byte;
            self.length += 1;
            print(&[byte]);
        }
        Event::Nothing
    }

    fn take_back(&mut self) -> Event {
        if self.length > 0 {
            self.length -= 1;
            print(b"\x08 \x08");
        }
        Event::Nothing
    }

    /// Whether the byte belongs to a key that means nothing here.
    fn is_in_sequence(&mut self, byte: u8) -> bool {
        let next = match (self.sequence, byte) {
            (Sequence::None, _) => return false,
            (Sequence::Escape, b'[') => Sequence::Bracket,
            (Sequence::Bracket, b'0'..=b'9' | b';') => Sequence::Bracket,
            _ => Sequence::None,
        };
        self.sequence = next;
        true
    }
}
