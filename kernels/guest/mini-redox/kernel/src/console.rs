//! Text of the kernel: to the serial port.

use common::text::Sink;
use hal_x86::serial::Serial;

/// Where the kernel writes.
pub struct Console;

impl Sink for Console {
    fn put(&mut self, bytes: &[u8]) {
        Serial.put(bytes);
    }
}

/// Writes a line of the kernel: its parts one after the other.
pub fn line(parts: &[Part]) {
    Console.text("kernel: ");
    for part in parts {
        match part {
            Part::Text(text) => Console.text(text),
            Part::Number(number) => decimal(*number),
            Part::Address(address) => Console.hex64(*address),
        }
    }
    Console.text("\n");
}

/// A piece of a line.
pub enum Part<'a> {
    Text(&'a str),
    Number(u64),
    Address(u64),
}

fn decimal(number: u64) {
    if let Ok(small) = u32::try_from(number) {
        Console.decimal(small);
    } else {
        Console.hex64(number);
    }
}
