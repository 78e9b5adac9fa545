//! The scheme `debug`: text to the serial port before there is a driver.

use common::text::Sink;
use hal_x86::port;
use redox_abi::error::{Result, EAGAIN};
use redox_abi::flag::OPEN_NONBLOCK;

use super::{Caller, Opened, Scheme};
use crate::console::Console;
use crate::context::scheduler::{block_until, NANOSECONDS_PER_TICK};
use crate::context::Reason;
use crate::kernel::KERNEL;
use crate::memory::user::UserSlice;

/// The line of the first serial port. Who has it has the port's input too.
const LINE: u32 = 4;
const CHUNK: usize = 256;
/// @board PC16550D: the receiver, and whether there is something in it.
const RECEIVER: u16 = 0x3F8;
const LINE_STATUS: u16 = 0x3FD;
const HAS_BYTE: u8 = 1;

/// The scheme itself.
pub struct Debug;

impl Scheme for Debug {
    fn open(&self, _path: &[u8], _flags: u64, _caller: Caller) -> Result<Opened> {
        Ok(Opened::Own(1))
    }

    fn read(&self, _file: u64, buffer: UserSlice, _offset: u64, flags: u64) -> Result<u64> {
        let mut done = 0;
        while done < buffer.bytes {
            let has_driver = KERNEL.with(|kernel| kernel.schemes.irqs.lines[LINE as usize].handles > 0);
            // SAFETY: the status of the serial port, which is the kernel's while no driver has the line.
            let has_byte = !has_driver && unsafe { port::read_u8(LINE_STATUS) } & HAS_BYTE != 0;
            if has_byte {
                // SAFETY: as above.
                done += buffer.part(done, 1).write(&[unsafe { port::read_u8(RECEIVER) }])?;
            } else if done > 0 || has_driver {
                break;
            } else if flags & OPEN_NONBLOCK != 0 {
                return Err(EAGAIN);
            } else {
                let next_look = KERNEL.with(|kernel| kernel.contexts.now()) + NANOSECONDS_PER_TICK;
                block_until(Reason::DeviceInput, LINE as u64, next_look)?;
            }
        }
        Ok(done)
    }

    fn write(&self, _file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        let mut done = 0;
        let mut chunk = [0; CHUNK];
        while done < buffer.bytes {
            let length = buffer.part(done, CHUNK as u64).read(&mut chunk)?;
            Console.put(&chunk[..length as usize]);
            done += length;
        }
        Ok(done)
    }
}
