//! Entries of page tables, and the walk from an address to its entry.   @sdm Vol.3A 4.5
//!
//! Tables are reached at their physical addresses: the first 4 GiB must be mapped to themselves.

pub const PRESENT: u64 = 1;
pub const WRITABLE: u64 = 1 << 1;
pub const USER: u64 = 1 << 2;
pub const ACCESSED: u64 = 1 << 5;
pub const DIRTY: u64 = 1 << 6;
pub const LARGE: u64 = 1 << 7;
pub const GLOBAL: u64 = 1 << 8;
pub const NO_EXECUTE: u64 = 1 << 63;
pub const PAGE: u64 = 4096;

const ADDRESS: u64 = 0x000F_FFFF_FFFF_F000;

/// The page tables below a root.
pub struct Tables {
    root: u64,
}

impl Tables {
    /// The tables whose PML4 lies at that physical address.
    ///
    /// # Safety
    /// They must be tables, mapped to themselves, and nobody else may change them meanwhile.
    pub unsafe fn at(root: u64) -> Self {
        Tables { root: root & ADDRESS }
    }

    /// The entry of the last level for an address. Missing tables are made from zeroed frames that `frame` brings.
    pub fn entry(&mut self, address: u64, frame: &mut impl FnMut() -> u64) -> &mut u64 {
        let mut table = self.root;
        for shift in [39, 30, 21] {
            // SAFETY: `at` promised tables, and the index is below 512.
            let entry = unsafe { &mut *(table as *mut u64).add((address >> shift & 511) as usize) };
            if *entry & PRESENT == 0 {
                *entry = frame() | PRESENT | WRITABLE | USER;
            }
            table = *entry & ADDRESS;
        }
        // SAFETY: as above.
        unsafe { &mut *(table as *mut u64).add((address >> 12 & 511) as usize) }
    }

    /// Maps a page.
    pub fn map(&mut self, address: u64, physical: u64, flags: u64, frame: &mut impl FnMut() -> u64) {
        *self.entry(address, frame) = physical | flags | PRESENT;
    }
}
