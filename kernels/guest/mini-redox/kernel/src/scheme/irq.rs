//! The scheme `irq`: interrupts for drivers in ring 3.
//!
//! An interrupt masks its line and adds 1 to the line's count. The driver reads the count, serves the device, and writes
//! the same count back, which unmasks the line. A count that is no longer the newest unmasks nothing.

use common::probe;
use hal_x86::pic;
use redox_abi::error::{Result, EACCES, EBADF, EBUSY, EINVAL, ENOENT, ENOMEM};
use redox_abi::flag::EVENT_READ;

use super::event::trigger;
use super::{id, serio, Caller, Opened, Scheme};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// Lines of the two interrupt controllers.
pub const LINES: usize = 16;
/// How many open files of lines there can be.
pub const MOST_HANDLES: usize = 24;
/// The kernel's own lines: the timer and the second controller.
const KERNEL_LINES: [u32; 2] = [0, 2];

/// A line.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Line {
    /// Interrupts so far.
    pub count: u64,
    /// How many files of it are open.
    pub handles: u32,
    /// Whether it waits for a driver's word.
    pub is_masked: bool,
}

/// An open file of a line; its number is its place, counted from 1.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Handle {
    pub is_open: bool,
    pub line: u32,
    /// The count that was written last.
    pub acknowledged: u64,
}

/// All lines and the files of them.
#[repr(C)]
pub struct Irqs {
    pub lines: [Line; LINES],
    pub handles: [Handle; MOST_HANDLES],
}

impl Irqs {
    pub const fn new() -> Self {
        Irqs {
            lines: [Line { count: 0, handles: 0, is_masked: false }; LINES],
            handles: [Handle { is_open: false, line: 0, acknowledged: 0 }; MOST_HANDLES],
        }
    }

    fn handle(&mut self, file: u64) -> Result<&mut Handle> {
        self.handles.get_mut((file as usize).wrapping_sub(1)).filter(|each| each.is_open).ok_or(EBADF)
    }
}

/// What the handler of a line's vector calls, for every line but the timer's.
pub fn interrupt(line: u32) {
    KERNEL.with(|kernel| {
        let is_kernels = line == serio::LINE && kernel.schemes.keyboard.users > 0;
        if !is_kernels {
            mask(kernel, line);
        }
        kernel.schemes.irqs.lines[line as usize].count += 1;
        probe!(redox, irq, line, kernel.schemes.irqs.lines[line as usize].count);
        for place in 0..MOST_HANDLES {
            let handle = kernel.schemes.irqs.handles[place];
            if handle.is_open && handle.line == line {
                trigger(kernel, id::IRQ, place as u64 + 1, EVENT_READ);
            }
        }
        if is_kernels {
            serio::interrupt(kernel);
        }
    });
    pic::acknowledge(line as u8);
}

/// Keeps a line's interrupts out.
pub fn mask(kernel: &mut Kernel, line: u32) {
    kernel.schemes.irqs.lines[line as usize].is_masked = true;
    pic::mask(line as u8);
    probe!(redox, irq_mask, line);
}

/// Lets a line's interrupts in.
pub fn unmask(kernel: &mut Kernel, line: u32) {
    kernel.schemes.irqs.lines[line as usize].is_masked = false;
    pic::unmask(line as u8);
    probe!(redox, irq_unmask, line);
}

/// The scheme itself.
pub struct IrqScheme;

impl Scheme for IrqScheme {
    fn open(&self, path: &[u8], _flags: u64, caller: Caller) -> Result<Opened> {
        if caller.uid != 0 {
            return Err(EACCES);
        }
        let line: u32 = core::str::from_utf8(path).ok().and_then(|text| text.parse().ok()).ok_or(ENOENT)?;
        if line as usize >= LINES {
            return Err(ENOENT);
        }
        KERNEL.with(|kernel| {
            if KERNEL_LINES.contains(&line) || line == serio::LINE && kernel.schemes.keyboard.users > 0 {
                return Err(EBUSY);
            }
            let irqs = &mut kernel.schemes.irqs;
            let place = irqs.handles.iter().position(|each| !each.is_open).ok_or(ENOMEM)?;
            let entry = &mut irqs.lines[line as usize];
            irqs.handles[place] = Handle { is_open: true, line, acknowledged: entry.count };
            entry.handles += 1;
            if entry.handles == 1 {
                unmask(kernel, line);
            }
            Ok(Opened::Own(place as u64 + 1))
        })
    }

    fn read(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        let (count, acknowledged) = KERNEL.with(|kernel| {
            let irqs = &mut kernel.schemes.irqs;
            let handle = *irqs.handle(file)?;
            Ok((irqs.lines[handle.line as usize].count, handle.acknowledged))
        })?;
        if count == acknowledged { Ok(0) } else { buffer.write_record(&count) }
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        if buffer.bytes != 8 {
            return Err(EINVAL);
        }
        let count = buffer.read_record::<u64>()?;
        KERNEL.with(|kernel| {
            let irqs = &mut kernel.schemes.irqs;
            let line = irqs.handle(file)?.line;
            if irqs.lines[line as usize].count != count {
                return Ok(0);
            }
            irqs.handle(file)?.acknowledged = count;
            unmask(kernel, line);
            Ok(buffer.bytes)
        })
    }

    fn close(&self, file: u64) {
        KERNEL.with(|kernel| {
            let irqs = &mut kernel.schemes.irqs;
            let Ok(handle) = irqs.handle(file) else { return };
            handle.is_open = false;
            let line = handle.line;
            irqs.lines[line as usize].handles -= 1;
            if irqs.lines[line as usize].handles == 0 {
                mask(kernel, line);
            }
        });
    }

    fn event(&self, file: u64, _flags: u64) -> Result<u64> {
        KERNEL.with(|kernel| {
            let irqs = &mut kernel.schemes.irqs;
            let handle = *irqs.handle(file)?;
            let is_new = irqs.lines[handle.line as usize].count != handle.acknowledged;
            Ok(if is_new { EVENT_READ } else { 0 })
        })
    }
}
