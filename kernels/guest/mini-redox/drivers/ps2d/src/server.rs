//! The scheme: one file, the keyboard.

use redox_runtime::abi::record::Stat;
use redox_runtime::error::{ENOENT, EOPNOTSUPP};
use redox_runtime::scheme::{put_path, Answer, Call, Caller, Input, SchemeServer, Socket};
use redox_runtime::Result;

use crate::controller::Controller;
use crate::keys::Keys;

pub struct Keyboard {
    controller: Controller,
    keys: Keys,
    pub input: Input,
}

impl Keyboard {
    pub fn of(controller: Controller) -> Self {
        Keyboard { controller, keys: Keys::default(), input: Input::default() }
    }

    /// Takes everything that has come from the keyboard.
    pub fn receive(&mut self) {
        while let Some(code) = self.controller.receive() {
            if let Some(character) = self.keys.character(code) {
                self.input.push(character);
            }
        }
    }
}

impl SchemeServer for Keyboard {
    fn open(&mut self, path: &str, flags: u64, _caller: Caller) -> Result<Answer> {
        if path.trim_matches('/').is_empty() { self.input.open(flags) } else { Err(ENOENT) }
    }

    fn dup(&mut self, _number: u64, name: &str, _caller: Caller) -> Result<Answer> {
        if name.is_empty() { self.input.open(0) } else { Err(EOPNOTSUPP) }
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        self.input.read(number, buffer)
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
        self.input.watch(number, flags)
    }

    fn postpone(&mut self, socket: &Socket, call: Call) {
        self.input.postpone(socket, call);
    }

    fn cancel(&mut self, socket: &Socket, tag: u32) {
        self.input.cancel(socket, tag);
    }
}
