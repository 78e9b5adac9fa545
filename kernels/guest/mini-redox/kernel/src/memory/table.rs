//! Page tables of four levels with pages of 4 KiB.   @sdm Vol.3A 4.5

use common::probe;
use hal_x86::control;
use hal_x86::paging::{GLOBAL, NO_EXECUTE, PRESENT, USER, WRITABLE};
use redox_abi::error::Result;
use redox_abi::flag::USER_END;

use super::frames::{Frame, Frames, Purpose};
use super::{linear, PAGE};

/// The part of an entry that is an address.
const ADDRESS: u64 = 0x000F_FFFF_FFFF_F000;
/// Entries of a table.
const ENTRIES: u64 = 512;
/// Levels above the last one, by the lowest bit of the address that chooses the entry.
const UPPER_LEVELS: [u64; 3] = [39, 30, 21];

/// What may be done with a page.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Protection(pub u8);

impl Protection {
    pub const READ: Protection = Protection(1);
    pub const WRITE: Protection = Protection(2);
    pub const EXECUTE: Protection = Protection(4);

    pub fn has(self, other: Protection) -> bool {
        self.0 & other.0 == other.0
    }

    pub fn with(self, other: Protection) -> Protection {
        Protection(self.0 | other.0)
    }

    pub fn without(self, other: Protection) -> Protection {
        Protection(self.0 & !other.0)
    }

    /// The flags of an entry for a page of a program.
    fn entry_flags(self) -> u64 {
        let write = if self.has(Self::WRITE) { WRITABLE } else { 0 };
        let execute = if self.has(Self::EXECUTE) { 0 } else { NO_EXECUTE };
        PRESENT | USER | write | execute
    }
}

/// What an entry of the last level says.
#[derive(Clone, Copy)]
pub struct Mapping {
    pub frame: Frame,
    pub is_writable: bool,
}

/// Page tables, by their root.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Table {
    pub root: Frame,
}

fn entry_of(table: u64, address: u64, shift: u64) -> &'static mut u64 {
    let index = address >> shift & (ENTRIES - 1);
    // SAFETY: a table is a frame of RAM, seen in the linear map, and the index is below 512.
    unsafe { &mut *(linear(table) as *mut u64).add(index as usize) }
}

impl Table {
    /// The entry of the last level for an address, if there is a table for it.
    fn entry(self, address: u64) -> Option<&'static mut u64> {
        let mut table = self.root.0;
        for shift in UPPER_LEVELS {
            let entry = *entry_of(table, address, shift);
            if entry & PRESENT == 0 {
                return None;
            }
            table = entry & ADDRESS;
        }
        Some(entry_of(table, address, 12))
    }

    /// The entry of the last level; missing tables are made.
    fn entry_or_new(self, frames: &mut Frames, address: u64) -> Result<&'static mut u64> {
        let user = if address < USER_END { USER } else { 0 };
        let mut table = self.root.0;
        for shift in UPPER_LEVELS {
            let entry = entry_of(table, address, shift);
            if *entry & PRESENT == 0 {
                *entry = frames.allocate(Purpose::PageTable)?.0 | PRESENT | WRITABLE | user;
            }
            table = *entry & ADDRESS;
        }
        Ok(entry_of(table, address, 12))
    }

    /// What is mapped at an address.
    pub fn mapping(self, address: u64) -> Option<Mapping> {
        let entry = *self.entry(address)?;
        (entry & PRESENT != 0).then_some(Mapping { frame: Frame(entry & ADDRESS), is_writable: entry & WRITABLE != 0 })
    }

    /// Maps a page for a program, in place of what was there.
    pub fn map(self, frames: &mut Frames, address: u64, frame: Frame, protection: Protection) -> Result<()> {
        let entry = self.entry_or_new(frames, address)?;
        *entry = frame.0 | protection.entry_flags();
        self.forget(address);
        probe!(redox, page_map, self.root.0, address, *entry);
        Ok(())
    }

    /// Takes a page away, and gives the frame that was there.
    pub fn unmap(self, address: u64) -> Option<Frame> {
        let entry = self.entry(address)?;
        if *entry & PRESENT == 0 {
            return None;
        }
        let frame = Frame(*entry & ADDRESS);
        *entry = 0;
        self.forget(address);
        probe!(redox, page_unmap, self.root.0, address, frame.0);
        Some(frame)
    }

    fn forget(self, address: u64) {
        if control::cr3() & ADDRESS == self.root.0 {
            control::invalidate_page(address);
        }
    }

    /// A new root whose upper half is the kernel's.
    pub fn new(frames: &mut Frames, kernel: Table) -> Result<Table> {
        let root = frames.allocate(Purpose::PageTable)?;
        for index in ENTRIES / 2..ENTRIES {
            let address = index << 39;
            *entry_of(root.0, address, 39) = *entry_of(kernel.root.0, address, 39);
        }
        Ok(Table { root })
    }

    /// Gives the tables of the lower half back. Its pages must have been unmapped.
    pub fn free(self, frames: &mut Frames) {
        free_below(frames, self.root, 0, ENTRIES / 2);
        frames.release(self.root);
    }
}

fn free_below(frames: &mut Frames, table: Frame, level: usize, entries: u64) {
    let Some(shift) = UPPER_LEVELS.get(level) else { return };
    for index in 0..entries {
        let entry = *entry_of(table.0, index << shift, *shift);
        if entry & PRESENT != 0 {
            let below = Frame(entry & ADDRESS);
            free_below(frames, below, level + 1, ENTRIES);
            frames.release(below);
        }
    }
}

/// Builds the kernel's own tables out of the firmware's: all of RAM from PHYSICAL_OFFSET on, and the kernel's image where
/// it is. `free` is the next free byte; the firmware's identity map must be in use.
pub fn kernel_table(ram_bytes: u64, free: &mut u64) -> Table {
    let firmware = control::cr3() & ADDRESS;
    let root = identity_frame(free);
    for page in 0..ram_bytes / PAGE {
        let physical = page * PAGE;
        let entry = identity_entry(root, linear(physical), free);
        *entry = physical | PRESENT | WRITABLE | NO_EXECUTE | GLOBAL;
    }
    let image = 511;
    let pointers = identity_slot(firmware, image);
    for address in image_addresses(*pointers & ADDRESS) {
        let entry = *identity_entry(firmware, address, &mut 0);
        *identity_entry(root, address, free) = entry & !(USER) | GLOBAL;
    }
    Table { root: Frame(root) }
}

/// The pages that the firmware mapped below the last entry of its root, in the table that this entry names.
fn image_addresses(pointers: u64) -> impl Iterator<Item = u64> {
    const UPPER: u64 = 0xFFFF_FF80_0000_0000;
    let present = |table: u64, index: u64| *identity_slot(table, index) & PRESENT != 0;
    (0..ENTRIES).filter(move |first| present(pointers, *first)).flat_map(move |first| {
        let directory = *identity_slot(pointers, first) & ADDRESS;
        (0..ENTRIES).filter(move |second| present(directory, *second)).flat_map(move |second| {
            let table = *identity_slot(directory, second) & ADDRESS;
            (0..ENTRIES)
                .filter(move |third| present(table, *third))
                .map(move |third| UPPER | first << 30 | second << 21 | third << 12)
        })
    })
}

/// An entry of a table that is reached at its physical address.
fn identity_slot(table: u64, index: u64) -> &'static mut u64 {
    // SAFETY: the firmware maps the first 4 GiB to themselves, its tables among them, and the index is below 512.
    unsafe { &mut *(table as *mut u64).add(index as usize) }
}

fn identity_frame(free: &mut u64) -> u64 {
    let frame = free.next_multiple_of(PAGE);
    *free = frame + PAGE;
    // SAFETY: free RAM, mapped to itself.
    unsafe { core::ptr::write_bytes(frame as *mut u8, 0, PAGE as usize) };
    frame
}

fn identity_entry(root: u64, address: u64, free: &mut u64) -> &'static mut u64 {
    let mut table = root;
    for shift in UPPER_LEVELS {
        let entry = identity_slot(table, address >> shift & (ENTRIES - 1));
        if *entry & PRESENT == 0 {
            *entry = identity_frame(free) | PRESENT | WRITABLE;
        }
        table = *entry & ADDRESS;
    }
    identity_slot(table, address >> 12 & (ENTRIES - 1))
}
