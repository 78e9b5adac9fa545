//! Address spaces: page tables and a set of grants. Every page of the lower half belongs to a grant.

use common::probe;
use hal_x86::control;
use redox_abi::error::{Result, EBUSY, EEXIST, EINVAL, ENOMEM};
use redox_abi::flag::USER_END;

use super::frames::{Frame, Frames};
use super::grant::{Grant, Provider};
use super::table::{Protection, Table};
use super::PAGE;

/// How many address spaces there can be.
pub const MOST_SPACES: usize = 32;
/// How many grants an address space can have.
pub const MOST_GRANTS: usize = 64;
/// Where the kernel begins to look for room.
pub const MAPPING_START: u64 = 0x1000_0000;

/// The name of an address space: its place in the table.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SpaceId(pub u32);

impl SpaceId {
    /// As it is kept in tables where 0 means none.
    pub fn plus_one(self) -> u32 {
        self.0 + 1
    }

    /// Out of a table where 0 means none.
    pub fn from_plus_one(value: u32) -> Option<SpaceId> {
        value.checked_sub(1).map(SpaceId)
    }
}

/// One address space.
#[repr(C)]
pub struct AddressSpace {
    /// The physical address of the PML4, which goes to CR3; 0 if this entry is free.
    pub root: u64,
    /// How many contexts and open files of `proc` use it.
    pub users: u32,
    pub grants: [Grant; MOST_GRANTS],
}

/// All address spaces.
#[repr(C)]
pub struct AddressSpaces {
    pub all: [AddressSpace; MOST_SPACES],
    /// The root with nothing in its lower half.
    pub kernel_root: u64,
    /// A frame full of zeros that pages show until they are written.
    pub zero_frame: u64,
}

impl AddressSpace {
    const FREE: AddressSpace = AddressSpace { root: 0, users: 0, grants: [Grant::NONE; MOST_GRANTS] };

    pub fn table(&self) -> Table {
        Table { root: Frame(self.root) }
    }

    /// The grant that covers an address.
    pub fn grant_at(&self, address: u64) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.covers(address))
    }

    /// The lowest free range of that many pages.
    pub fn find_free(&self, pages: u64) -> Result<u64> {
        let mut base = MAPPING_START;
        while let Some(taken) = self.grants.iter().find(|grant| grant.overlaps(base, pages)) {
            base = taken.end();
        }
        if base + pages * PAGE > USER_END {
            return Err(ENOMEM);
        }
        Ok(base)
    }

    /// Adds a grant; its pages are mapped when they are used, or by the caller.
    pub fn insert(&mut self, grant: Grant) -> Result<()> {
        let end = grant.pages.checked_mul(PAGE).and_then(|bytes| grant.base.checked_add(bytes)).ok_or(EINVAL)?;
        if grant.pages == 0 || grant.base % PAGE != 0 || end > USER_END {
            return Err(EINVAL);
        }
        if self.grants.iter().any(|other| other.overlaps(grant.base, grant.pages)) {
            return Err(EEXIST);
        }
        let place = self.grants.iter_mut().find(|each| each.pages == 0).ok_or(ENOMEM)?;
        *place = grant;
        probe!(redox, grant_add, self.root, grant.base, grant.pages, grant.provider as u64, grant.source_space as u64);
        Ok(())
    }

    /// Takes a whole grant away with its pages, and gives what it was.
    pub fn remove(&mut self, frames: &mut Frames, base: u64) -> Option<Grant> {
        let table = self.table();
        let place = self.grants.iter_mut().find(|grant| grant.pages > 0 && grant.base == base)?;
        let grant = *place;
        *place = Grant::NONE;
        unmap_pages(table, frames, grant.base, grant.pages, grant.provider);
        probe!(redox, grant_remove, self.root, grant.base, grant.pages);
        Some(grant)
    }

    /// Takes a range away, as a program asks: pieces of grants that stay keep their pages.
    pub fn unmap(&mut self, frames: &mut Frames, base: u64, pages: u64) -> Result<()> {
        if base % PAGE != 0 || pages == 0 || pages > USER_END / PAGE || base > USER_END - pages * PAGE {
            return Err(EINVAL);
        }
        if self.grants.iter().any(|grant| grant.is_pinned && grant.overlaps(base, pages)) {
            return Err(EBUSY);
        }
        self.split_at(base)?;
        self.split_at(base + pages * PAGE)?;
        while let Some(inside) = self.grants.iter().find(|grant| grant.overlaps(base, pages)) {
            let inside = inside.base;
            self.remove(frames, inside);
        }
        Ok(())
    }

    /// Changes what may be done with a range.
    pub fn protect(&mut self, frames: &mut Frames, base: u64, pages: u64, protection: Protection) -> Result<()> {
        if base % PAGE != 0 || pages == 0 || pages > USER_END / PAGE || base > USER_END - pages * PAGE {
            return Err(EINVAL);
        }
        let covered: u64 = (0..pages).filter(|page| self.grant_at(base + page * PAGE).is_some()).count() as u64;
        if covered != pages {
            return Err(ENOMEM);
        }
        if self.grants.iter().any(|grant| grant.is_pinned && grant.overlaps(base, pages)) {
            return Err(EBUSY);
        }
        self.split_at(base)?;
        self.split_at(base + pages * PAGE)?;
        let table = self.table();
        for grant in self.grants.iter_mut().filter(|grant| grant.overlaps(base, pages)) {
            grant.protection = protection;
        }
        for page in 0..pages {
            let address = base + page * PAGE;
            if let Some(mapping) = table.mapping(address) {
                // A page that others use too stays closed to writes; the fault copies it.
                let now = if mapping.is_writable { protection } else { protection.without(Protection::WRITE) };
                table.map(frames, address, mapping.frame, now)?;
            }
        }
        Ok(())
    }

    /// Makes an address a border between grants.
    fn split_at(&mut self, address: u64) -> Result<()> {
        let Some(place) = self.grants.iter().position(|grant| grant.covers(address) && grant.base < address) else {
            return Ok(());
        };
        let free = self.grants.iter().position(|grant| grant.pages == 0).ok_or(ENOMEM)?;
        let whole = self.grants[place];
        let before = (address - whole.base) / PAGE;
        self.grants[place].pages = before;
        let source_base = if whole.source_base == 0 { 0 } else { whole.source_base + before * PAGE };
        let file_offset = if whole.scheme == 0 { 0 } else { whole.file_offset + before * PAGE };
        self.grants[free] = Grant { base: address, pages: whole.pages - before, source_base, file_offset, ..whole };
        Ok(())
    }
}

fn unmap_pages(table: Table, frames: &mut Frames, base: u64, pages: u64, provider: Provider) {
    for page in 0..pages {
        if let Some(frame) = table.unmap(base + page * PAGE) {
            if provider != Provider::PhysicalBorrow {
                frames.release(frame);
            }
        }
    }
}

impl AddressSpaces {
    pub const fn new() -> Self {
        AddressSpaces { all: [AddressSpace::FREE; MOST_SPACES], kernel_root: 0, zero_frame: 0 }
    }

    /// The address space of that name.
    pub fn get(&mut self, id: SpaceId) -> &mut AddressSpace {
        &mut self.all[id.0 as usize]
    }

    /// A new one with nothing in it and one user.
    pub fn create(&mut self, frames: &mut Frames) -> Result<SpaceId> {
        let place = self.all.iter().position(|space| space.root == 0).ok_or(ENOMEM)?;
        let table = Table::new(frames, Table { root: Frame(self.kernel_root) })?;
        self.all[place].root = table.root.0;
        self.all[place].users = 1;
        probe!(redox, space_create, table.root.0);
        Ok(SpaceId(place as u32))
    }

    /// One user less; without users all its memory is given back. It must not be the one in CR3 then.
    pub fn release(&mut self, frames: &mut Frames, id: SpaceId) {
        let space = self.get(id);
        space.users -= 1;
        if space.users > 0 {
            return;
        }
        assert!(control::cr3() != space.root, "the address space in use is freed");
        for index in 0..MOST_GRANTS {
            let grant = space.grants[index];
            if grant.pages > 0 {
                space.remove(frames, grant.base);
            }
        }
        space.table().free(frames);
        probe!(redox, space_free, space.root);
        space.root = 0;
    }
}
