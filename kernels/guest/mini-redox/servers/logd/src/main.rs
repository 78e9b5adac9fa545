//! The scheme `log`: lines of all programs come together here, go on to the kernel's `debug`, and the newest can be read.
//!
//! What is written without an end of line waits for it, for each open file on its own, so that lines stay whole.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod lines;

use lines::{Kept, Lines};
use redox_runtime::abi::path;
use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EBADF, EMFILE};
use redox_runtime::file::File;
use redox_runtime::flag::OPEN_WRITE;
use redox_runtime::scheme::{put_path, serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, program, Result};

const NAME: &str = "log";
const MOST_OPEN: usize = 32;

/// One open file: the line that has not ended.
#[derive(Clone, Copy)]
struct Writer {
    is_open: bool,
    line: Kept,
}

struct Log {
    debug: File,
    writers: [Writer; MOST_OPEN],
    lines: Lines,
}

impl Log {
    fn writer(&mut self, number: u64) -> Result<&mut Writer> {
        self.writers.get_mut(number as usize).filter(|writer| writer.is_open).ok_or(EBADF)
    }

    /// Passes a line on and keeps it.
    fn end_line(&mut self, line: Kept) {
        let _ = self.debug.write_all(line.bytes());
        self.lines.keep(line);
    }
}

impl SchemeServer for Log {
    fn open(&mut self, _path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        let number = self.writers.iter().position(|writer| !writer.is_open).ok_or(EMFILE)?;
        self.writers[number] = Writer { is_open: true, line: Kept::EMPTY };
        Ok(Answer::Now(number as u64))
    }

    fn dup(&mut self, number: u64, name: &str, caller: Caller) -> Result<Answer> {
        self.writer(number)?;
        self.open(name, 0, caller)
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, _flags: u64) -> Result<Answer> {
        self.writer(number)?;
        Ok(Answer::Now(self.lines.read(buffer, offset)))
    }

    fn write(&mut self, number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        for byte in buffer {
            let writer = self.writer(number)?;
            if writer.line.add(*byte) {
                let line = core::mem::replace(&mut writer.line, Kept::EMPTY);
                self.end_line(line);
            }
        }
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn close(&mut self, number: u64) {
        if let Ok(writer) = self.writer(number) {
            writer.is_open = false;
            let mut line = writer.line;
            if line.end() {
                self.end_line(line);
            }
        }
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        self.writer(number)?;
        Ok(Stat { mode: Stat::DEVICE, bytes: 0 })
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        self.writer(number)?;
        Ok(put_path(buffer, ""))
    }
}

program!(main);

fn main() -> Result<()> {
    let socket = Socket::create(NAME)?;
    let debug = File::open(path::DEBUG, OPEN_WRITE)?;
    daemon::ready_and_drop_names();
    let writer = Writer { is_open: false, line: Kept::EMPTY };
    Err(serve(&socket, &mut Log { debug, writers: [writer; MOST_OPEN], lines: Lines::new() }))
}
