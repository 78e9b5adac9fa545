//! One process's block of RAM.
//!
//! From low to high: stack, data and heap of the process up to `app_break`; a gap; grants from `kernel_break` on; the
//! process's own control structure; `end`. The process moves `app_break` up, grants move `kernel_break` down.

use core::cell::Cell;

use common::probe;

use crate::error::ErrorCode;
use crate::protection::Protection;

/// The block and its breaks.
#[repr(C)]
pub struct Memory {
    pub start: u32,
    pub end: u32,
    /// The process may use what is below it.
    pub app_break: Cell<u32>,
    /// The kernel uses what is from here on.
    pub kernel_break: Cell<u32>,
    /// Where `kernel_break` was before any grant.
    pub first_kernel_break: u32,
    /// The break may not go below what the process has lent to the kernel.
    pub allow_high_water: Cell<u32>,
}

impl Memory {
    /// A block whose top, from `control` on, holds the process's control structure.
    pub fn new(start: u32, end: u32, first_app_break: u32, control: u32) -> Self {
        Memory {
            start,
            end,
            app_break: Cell::new(first_app_break),
            kernel_break: Cell::new(control),
            first_kernel_break: control,
            allow_high_water: Cell::new(start),
        }
    }

    /// Whether all of the range is the process's own to use.
    pub fn owns(&self, address: u32, length: u32) -> bool {
        address >= self.start && address.checked_add(length).is_some_and(|end| end <= self.app_break.get())
    }

    /// Moves the process's break; memory that it gains is zeroed.
    pub fn set_app_break(&self, process: u32, new: u32, protection: &Protection) -> Result<(), ErrorCode> {
        if new < self.allow_high_water.get() || new < self.start || new >= self.end {
            return Err(ErrorCode::Invalid);
        }
        protection.cover_memory(self, new, self.kernel_break.get())?;
        let old = self.app_break.replace(new);
        if new > old {
            // SAFETY: between the old break and the new one, both within the block: nobody's until now.
            unsafe { (old as *mut u8).write_bytes(0, (new - old) as usize) }
        }
        probe!(mini_tock, break_changed, process, new, self.kernel_break.get());
        Ok(())
    }

    /// Takes `size` zeroed bytes for a grant from below the kernel's break.
    pub fn allocate_grant(&self, process: u32, size: u32, align: u32, protection: &Protection) -> Option<u32> {
        let new = self.kernel_break.get().checked_sub(size)? & !(align - 1);
        protection.cover_memory(self, self.app_break.get(), new).ok()?;
        self.kernel_break.set(new);
        // SAFETY: between the process's break, which `cover_memory` checked, and the kernel's old one.
        unsafe { (new as *mut u8).write_bytes(0, size as usize) }
        probe!(mini_tock, break_changed, process, self.app_break.get(), new);
        Some(new)
    }

    /// Back to how the process was loaded.
    pub fn reset(&self, first_app_break: u32) {
        self.app_break.set(first_app_break);
        self.kernel_break.set(self.first_kernel_break);
        self.allow_high_water.set(self.start);
    }

    /// Remembers that the kernel may use memory up to `end` on the process's behalf.
    pub fn lend(&self, end: u32) {
        self.allow_high_water.set(self.allow_high_water.get().max(end));
    }

    /// Loads a word of the process's memory.
    pub fn load(&self, address: u32) -> Option<u32> {
        // SAFETY: within the process's own memory, word aligned; the process is not running.
        (self.owns(address, 4) && address % 4 == 0).then(|| unsafe { (address as *const u32).read_volatile() })
    }

    /// Stores a word into the process's memory.
    pub fn store(&self, address: u32, value: u32) -> Option<()> {
        // SAFETY: within the process's own memory, word aligned; the process is not running.
        (self.owns(address, 4) && address % 4 == 0).then(|| unsafe { (address as *mut u32).write_volatile(value) })
    }

    /// Stores a byte into the process's memory.
    pub fn store_byte(&self, address: u32, value: u8) -> Option<()> {
        // SAFETY: within the process's own memory; the process is not running.
        self.owns(address, 1).then(|| unsafe { (address as *mut u8).write_volatile(value) })
    }
}
