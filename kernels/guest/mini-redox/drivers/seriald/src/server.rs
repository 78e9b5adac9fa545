//! The scheme: one file, the port.

use redox_runtime::abi::record::Stat;
use redox_runtime::error::{ENOENT, EOPNOTSUPP};
use redox_runtime::flag::EVENT_WRITE;
use redox_runtime::scheme::{put_path, Answer, Call, Caller, Input, SchemeServer, Socket};
use redox_runtime::Result;

use crate::uart::Uart;

pub struct Serial {
    uart: Uart,
    pub input: Input,
}

impl Serial {
    pub fn of(uart: Uart) -> Self {
        Serial { uart, input: Input::default() }
    }

    /// Takes everything that has come to the port.
    pub fn receive(&mut self) {
        while let Some(byte) = self.uart.receive() {
            self.input.push(byte);
        }
    }
}

impl SchemeServer for Serial {
    fn open(&mut self, path: &str, flags: u64, _caller: Caller) -> Result<Answer> {
        if path.trim_matches('/').is_empty() { self.input.open(flags) } else { Err(ENOENT) }
    }

    fn dup(&mut self, _number: u64, name: &str, _caller: Caller) -> Result<Answer> {
        if name.is_empty() { self.input.open(0) } else { Err(EOPNOTSUPP) }
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        self.input.read(number, buffer)
    }

    fn write(&mut self, _number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        for byte in buffer {
            self.uart.send(*byte);
        }
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn close(&mut self, number: u64) {
        self.input.close(number);
    }

    fn fstat(&mut self, _number: u64) -> Result<Stat> {
        Ok(Stat { mode: Stat::DEVICE, bytes: 0 })
    }

    fn fpath(&mut self, _number: u64, buffer: &mut [u8]) -> Result<u64> {
        Ok(put_path(buffer, ""))
    }

    fn fevent(&mut self, number: u64, flags: u64) -> Result<u64> {
        Ok(self.input.watch(number, flags)? | flags & EVENT_WRITE)
    }

    fn postpone(&mut self, socket: &Socket, call: Call) {
        self.input.postpone(socket, call);
    }

    fn cancel(&mut self, socket: &Socket, tag: u32) {
        self.input.cancel(socket, tag);
    }
}
