//! The scheme `serio`: bytes of the keyboard, which the kernel takes from the controller while somebody has it open.

use hal_x86::port;
use redox_abi::error::{Result, EACCES, EAGAIN, EBUSY, ENOENT};
use redox_abi::flag::{EVENT_READ, OPEN_NONBLOCK};

use super::event::trigger;
use super::{id, irq, Caller, Opened, Scheme};
use crate::context::scheduler::block;
use crate::context::Reason;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// The line of the keyboard.
pub const LINE: u32 = 1;
/// The only file.
const KEYBOARD: u64 = 1;
/// How many bytes are kept; later ones are lost.
const MOST_BYTES: usize = 64;
/// @board 8042: where a byte of the keyboard is, and whether there is one.
const BYTE_PORT: u16 = 0x60;
const STATUS_PORT: u16 = 0x64;
const HAS_BYTE: u8 = 1;

/// The keyboard's bytes that nobody has read yet.
#[repr(C)]
pub struct Keyboard {
    /// How many files of it are open.
    pub users: u32,
    pub first: u32,
    pub length: u32,
    pub bytes: [u8; MOST_BYTES],
}

impl Keyboard {
    pub const fn new() -> Self {
        Keyboard { users: 0, first: 0, length: 0, bytes: [0; MOST_BYTES] }
    }

    fn push(&mut self, byte: u8) {
        if (self.length as usize) < MOST_BYTES {
            self.bytes[(self.first + self.length) as usize % MOST_BYTES] = byte;
            self.length += 1;
        }
    }
}

/// Takes the bytes that the controller has.
pub fn interrupt(kernel: &mut Kernel) {
    // SAFETY: the ports are the keyboard controller's, which the kernel has while the scheme is in use.
    while unsafe { port::read_u8(STATUS_PORT) } & HAS_BYTE != 0 {
        // SAFETY: as above.
        kernel.schemes.keyboard.push(unsafe { port::read_u8(BYTE_PORT) });
    }
    kernel.contexts.wake_all(Reason::DeviceInput, LINE as u64);
    trigger(kernel, id::SERIO, KEYBOARD, EVENT_READ);
}

/// The scheme itself.
pub struct Serio;

impl Scheme for Serio {
    fn open(&self, path: &[u8], _flags: u64, caller: Caller) -> Result<Opened> {
        if caller.uid != 0 {
            return Err(EACCES);
        }
        if !matches!(path, b"" | b"0") {
            return Err(ENOENT);
        }
        KERNEL.with(|kernel| {
            if kernel.schemes.irqs.lines[LINE as usize].handles > 0 {
                return Err(EBUSY);
            }
            kernel.schemes.keyboard.users += 1;
            irq::unmask(kernel, LINE);
            Ok(Opened::Own(KEYBOARD))
        })
    }

    fn read(&self, _file: u64, buffer: UserSlice, _offset: u64, flags: u64) -> Result<u64> {
        let mut done = 0;
        while done < buffer.bytes {
            let next = KERNEL.with(|kernel| {
                let keyboard = &kernel.schemes.keyboard;
                (keyboard.length > 0).then(|| keyboard.bytes[keyboard.first as usize])
            });
            match next {
                Some(byte) => {
                    done += buffer.part(done, 1).write(&[byte])?;
                    KERNEL.with(|kernel| {
                        let keyboard = &mut kernel.schemes.keyboard;
                        keyboard.first = (keyboard.first + 1) % MOST_BYTES as u32;
                        keyboard.length -= 1;
                    });
                }
                None if done > 0 => break,
                None if flags & OPEN_NONBLOCK != 0 => return Err(EAGAIN),
                None => block(Reason::DeviceInput, LINE as u64)?,
            }
        }
        Ok(done)
    }

    fn close(&self, _file: u64) {
        KERNEL.with(|kernel| {
            kernel.schemes.keyboard.users -= 1;
            if kernel.schemes.keyboard.users == 0 {
                irq::mask(kernel, LINE);
            }
        });
    }

    fn event(&self, _file: u64, _flags: u64) -> Result<u64> {
        let has_bytes = KERNEL.with(|kernel| kernel.schemes.keyboard.length > 0);
        Ok(if has_bytes { EVENT_READ } else { 0 })
    }
}
