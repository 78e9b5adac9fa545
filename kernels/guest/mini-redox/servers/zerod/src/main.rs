//! The scheme `zero`: zeros without end.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::abi::record::Stat;
use redox_runtime::scheme::{serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, program, Result};

struct Zero;

impl SchemeServer for Zero {
    fn open(&mut self, _path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        Ok(Answer::Now(0))
    }

    fn read(&mut self, _number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        buffer.fill(0);
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn write(&mut self, _number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn fstat(&mut self, _number: u64) -> Result<Stat> {
        Ok(Stat { mode: Stat::DEVICE, bytes: 0 })
    }
}

program!(main);

fn main() -> Result<()> {
    let socket = Socket::create("zero")?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut Zero))
}
