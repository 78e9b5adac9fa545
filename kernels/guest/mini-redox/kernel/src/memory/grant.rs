//! What a range of an address space is: who gave the memory, and what may be done with it.

use super::table::Protection;
use super::PAGE;

/// Who gave the memory of a grant.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    Nobody = 0,
    /// Frames of its own, which come at the first use; those that others use too are copied at the first write.
    Allocated = 1,
    /// Frames of its own that others may map too.
    AllocatedShared = 2,
    /// A range of physical addresses that is not RAM: a device.
    PhysicalBorrow = 3,
    /// Pages of another address space, lent for one call of a scheme.
    External = 4,
    /// Pages of the address space of a server, mapped by `fmap`.
    FmapBorrowed = 5,
}

/// One range of an address space.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Grant {
    /// The first address; a multiple of a page.
    pub base: u64,
    /// How many pages; 0 if this entry is free.
    pub pages: u64,
    pub provider: Provider,
    pub protection: Protection,
    /// Whether the program may not unmap it: it is lent.
    pub is_pinned: bool,
    /// The address space that it comes from, counted from 1; 0 if from none.
    pub source_space: u32,
    /// The tag of the call for which it is lent.
    pub tag: u32,
    /// The scheme that it comes from, and the number of the open file there.
    pub scheme: u32,
    pub file: u64,
    /// Where in that file it begins.
    pub file_offset: u64,
    /// Its address in the other address space, or its physical address.
    pub source_base: u64,
}

impl Grant {
    /// A free entry.
    pub const NONE: Grant = Grant {
        base: 0,
        pages: 0,
        provider: Provider::Nobody,
        protection: Protection(0),
        is_pinned: false,
        source_space: 0,
        tag: 0,
        scheme: 0,
        file: 0,
        file_offset: 0,
        source_base: 0,
    };

    /// Memory of its own.
    pub fn allocated(base: u64, pages: u64, protection: Protection) -> Grant {
        Grant { base, pages, provider: Provider::Allocated, protection, ..Grant::NONE }
    }

    /// The first address behind it.
    pub fn end(&self) -> u64 {
        self.base + self.pages * PAGE
    }

    /// Whether a page of the range is in it.
    pub fn overlaps(&self, base: u64, pages: u64) -> bool {
        self.pages > 0 && base < self.end() && self.base < base + pages * PAGE
    }

    /// Whether the address is in it.
    pub fn covers(&self, address: u64) -> bool {
        self.overlaps(address & !(PAGE - 1), 1)
    }
}
