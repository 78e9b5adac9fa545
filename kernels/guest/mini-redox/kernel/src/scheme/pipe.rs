//! The scheme `pipe`: bytes from one file to another.
//!
//! `open` gives the end for reading; `dup` of it with the name `write` gives the end for writing.

use redox_abi::error::{Result, EAGAIN, EBADF, EINVAL, ENOMEM, EPIPE};
use redox_abi::flag::{EVENT_READ, EVENT_WRITE, OPEN_NONBLOCK};

use super::event::trigger;
use super::{id, Caller, Opened, Scheme};
use crate::context::scheduler::block;
use crate::context::Reason;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::frames::{bytes, Frame, Purpose};
use crate::memory::user::UserSlice;
use crate::memory::PAGE;

/// How many pipes there can be.
pub const MOST_PIPES: usize = 24;
/// How many bytes can be under way in one.
const CAPACITY: u64 = PAGE;

/// A pipe. Its ends are the files `2 * place + 2` for reading and the next number for writing.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Pipe {
    /// The frame of its bytes; 0 if this entry is free.
    pub frame: u64,
    /// The place of the oldest byte, and how many there are.
    pub first: u32,
    pub length: u32,
    /// How many open files there are of each end.
    pub readers: u32,
    pub writers: u32,
    /// Whether there has been an end for writing: without one any more, a reader finds the end of the file.
    pub was_written: bool,
}

impl Pipe {
    pub const FREE: Pipe = Pipe { frame: 0, first: 0, length: 0, readers: 0, writers: 0, was_written: false };

    /// The longest run of bytes to read, or of room to write: its place and length.
    fn run(&self, is_write: bool) -> (u64, u64) {
        let (first, length) = (self.first as u64, self.length as u64);
        let (place, many) = if is_write { ((first + length) % CAPACITY, CAPACITY - length) } else { (first, length) };
        (place, many.min(CAPACITY - place))
    }
}

/// What a look at a pipe says.
enum Look {
    /// Bytes or room, at a place in the frame.
    Run(Frame, u64, u64),
    Over,
    Wait,
}

/// The scheme itself.
pub struct PipeScheme;

fn is_write_end(file: u64) -> bool {
    file % 2 == 1
}

/// What those who wait for a pipe wait for.
fn waited_for(file: u64) -> u64 {
    file / 2
}

fn pipe(kernel: &mut Kernel, file: u64) -> Result<&mut Pipe> {
    let place = (file as usize / 2).wrapping_sub(1);
    kernel.schemes.pipes.get_mut(place).filter(|each| each.frame != 0).ok_or(EBADF)
}

fn look(kernel: &mut Kernel, file: u64) -> Result<Look> {
    let pipe = pipe(kernel, file)?;
    let is_write = is_write_end(file);
    if is_write && pipe.readers == 0 {
        return Err(EPIPE);
    }
    Ok(match pipe.run(is_write) {
        (place, many) if many > 0 => Look::Run(Frame(pipe.frame), place, many),
        _ if !is_write && pipe.writers == 0 && pipe.was_written => Look::Over,
        _ => Look::Wait,
    })
}

/// Notes that bytes went through one end, and tells the other.
fn moved(kernel: &mut Kernel, file: u64, many: u64) -> Result<()> {
    let pipe = pipe(kernel, file)?;
    if is_write_end(file) {
        pipe.length += many as u32;
    } else {
        pipe.first = ((pipe.first as u64 + many) % CAPACITY) as u32;
        pipe.length -= many as u32;
    }
    tell(kernel, file ^ 1);
    Ok(())
}

/// Tells those at an end to look again.
fn tell(kernel: &mut Kernel, file: u64) {
    let (reason, flag) = if is_write_end(file) { (Reason::PipeWrite, EVENT_WRITE) } else { (Reason::PipeRead, EVENT_READ) };
    kernel.contexts.wake_all(reason, waited_for(file));
    trigger(kernel, id::PIPE, file, flag);
}

/// Moves bytes between a buffer and a pipe: as many as there are or fit, at least one.
fn transfer(file: u64, buffer: UserSlice, flags: u64) -> Result<u64> {
    let is_write = is_write_end(file);
    let mut done = 0;
    while done < buffer.bytes {
        match KERNEL.with(|kernel| look(kernel, file))? {
            Look::Run(frame, place, many) => {
                let part = buffer.part(done, many);
                let bytes = &mut bytes(frame)[place as usize..][..part.bytes as usize];
                if is_write { part.read(bytes)? } else { part.write(bytes)? };
                KERNEL.with(|kernel| moved(kernel, file, part.bytes))?;
                done += part.bytes;
            }
            _ if done > 0 => break,
            Look::Over => break,
            Look::Wait if flags & OPEN_NONBLOCK != 0 => return Err(EAGAIN),
            Look::Wait => block(if is_write { Reason::PipeWrite } else { Reason::PipeRead }, waited_for(file))?,
        }
    }
    Ok(done)
}

impl Scheme for PipeScheme {
    fn open(&self, _path: &[u8], _flags: u64, _caller: Caller) -> Result<Opened> {
        KERNEL.with(|kernel| {
            let place = kernel.schemes.pipes.iter().position(|each| each.frame == 0).ok_or(ENOMEM)?;
            let frame = kernel.frames.allocate(Purpose::Pipe)?;
            kernel.schemes.pipes[place] = Pipe { frame: frame.0, readers: 1, ..Pipe::FREE };
            Ok(Opened::Own(2 * place as u64 + 2))
        })
    }

    fn dup(&self, file: u64, name: &[u8], _caller: Caller) -> Result<Opened> {
        if name != b"write" || is_write_end(file) {
            return Err(EINVAL);
        }
        KERNEL.with(|kernel| {
            let pipe = pipe(kernel, file)?;
            pipe.writers += 1;
            pipe.was_written = true;
            Ok(Opened::Own(file + 1))
        })
    }

    fn read(&self, file: u64, buffer: UserSlice, _offset: u64, flags: u64) -> Result<u64> {
        if is_write_end(file) { Err(EBADF) } else { transfer(file, buffer, flags) }
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, flags: u64) -> Result<u64> {
        if is_write_end(file) { transfer(file, buffer, flags) } else { Err(EBADF) }
    }

    fn close(&self, file: u64) {
        KERNEL.with(|kernel| {
            let Ok(pipe) = pipe(kernel, file) else { return };
            let users = if is_write_end(file) { &mut pipe.writers } else { &mut pipe.readers };
            *users -= 1;
            if pipe.readers + pipe.writers == 0 {
                let frame = Frame(pipe.frame);
                *pipe = Pipe::FREE;
                kernel.frames.release(frame);
            } else {
                tell(kernel, file ^ 1);
            }
        });
    }

    fn event(&self, file: u64, _flags: u64) -> Result<u64> {
        let is_ready = KERNEL.with(|kernel| look(kernel, file)).map_or(true, |look| !matches!(look, Look::Wait));
        Ok(match (is_ready, is_write_end(file)) {
            (false, _) => 0,
            (true, true) => EVENT_WRITE,
            (true, false) => EVENT_READ,
        })
    }
}
