//! Text of the kernel: to the serial port; its own lines also go into a ring that `/scheme/sys/log` shows.

use common::text::Sink;
use hal_x86::serial::Serial;

use crate::exclusive::Exclusive;

/// How much of the kernel's own text is kept.
const LOG_BYTES: usize = 4096;

/// The newest of the kernel's own text; the byte at `written`, modulo the size, is the next to go.
#[repr(C)]
struct Log {
    written: usize,
    bytes: [u8; LOG_BYTES],
}

static LOG: Exclusive<Log> = Exclusive::new(Log { written: 0, bytes: [0; LOG_BYTES] });

impl Log {
    fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.bytes[self.written % LOG_BYTES] = *byte;
            self.written += 1;
        }
    }
}

/// Shows the log, oldest first, in two pieces.
pub fn log(show: &mut dyn FnMut(&[u8])) {
    LOG.with(|log| {
        let (newest, oldest) = log.bytes.split_at(log.written % LOG_BYTES);
        if log.written >= LOG_BYTES {
            show(oldest);
        }
        show(newest);
    });
}

/// Where the kernel writes.
pub struct Console;

impl Sink for Console {
    fn put(&mut self, bytes: &[u8]) {
        Serial.put(bytes);
    }
}

/// Where lines of the kernel go.
struct Line;

impl Sink for Line {
    fn put(&mut self, bytes: &[u8]) {
        Console.put(bytes);
        // A panic may come at any time.
        if !LOG.is_taken() {
            LOG.with(|log| log.put(bytes));
        }
    }
}

/// Writes a line of the kernel: its parts one after the other.
pub fn line(parts: &[Part]) {
    Line.text("kernel: ");
    for part in parts {
        match part {
            Part::Text(text) => Line.text(text),
            Part::Number(number) => decimal(*number),
            Part::Address(address) => Line.hex64(*address),
        }
    }
    Line.text("\n");
}

/// A piece of a line.
pub enum Part<'a> {
    Text(&'a str),
    Number(u64),
    Address(u64),
}

fn decimal(number: u64) {
    if let Ok(small) = u32::try_from(number) {
        Line.decimal(small);
    } else {
        Line.hex64(number);
    }
}
