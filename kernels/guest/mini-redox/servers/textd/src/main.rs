//! The server of the text screen, in windows: the scheme `text`.
//!
//! `/scheme/text/COLUMN,ROW,WIDTH,HEIGHT/TITLE` opens a window of that size, its frame counted. What is written to it are
//! lines. Who maps it gets its cells instead, the inside row by row, 16 bits each as the screen has them: the character in
//! the low byte, the colours in the high one; `fsync` shows them. The pages are shared with this server: showing takes no
//! copy of a message. Reading order: [`screen`], [`window`], [`windows`], then the server here.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod screen;
mod window;
mod windows;

use redox_runtime::abi::record::Stat;
use redox_runtime::error::EINVAL;
use redox_runtime::flag::PAGE;
use redox_runtime::scheme::{put_path, serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, program, Result};
use screen::Screen;
use window::Place;
use windows::Windows;

const NAME: &str = "text";

struct Text {
    screen: Screen,
    windows: Windows,
}

impl SchemeServer for Text {
    fn open(&mut self, path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        let (place, title) = path.split_once('/').ok_or(EINVAL)?;
        let number = self.windows.open(Place::parse(place)?, title)?;
        self.windows.show(number, &self.screen)?;
        Ok(Answer::Now(number))
    }

    fn write(&mut self, number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        self.windows.write(number, buffer)?;
        self.windows.show(number, &self.screen)?;
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn close(&mut self, number: u64) {
        self.windows.close(number);
        self.windows.show_all(&self.screen);
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        Ok(Stat { mode: Stat::DEVICE, bytes: self.windows.get(number)?.bytes() })
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        Ok(put_path(buffer, self.windows.get(number)?.title()))
    }

    fn fsync(&mut self, number: u64) -> Result<()> {
        self.windows.show(number, &self.screen)
    }

    fn mmap_prepare(&mut self, number: u64, offset: u64, bytes: u64, _flags: u64) -> Result<u64> {
        if offset != 0 || bytes == 0 || bytes > PAGE {
            return Err(EINVAL);
        }
        self.windows.map(number)
    }

    fn munmap(&mut self, number: u64, _offset: u64, _bytes: u64) {
        self.windows.unmap(number);
    }
}

program!(main);

fn main() -> Result<()> {
    let screen = Screen::open()?;
    let windows = Windows::new()?;
    let socket = Socket::create(NAME)?;
    screen.clear();
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut Text { screen, windows }))
}
