//! What a page fault means: a page that is due, or a mistake.

use redox_abi::error::{Result, EFAULT};

use super::frames::{bytes, Frame, Frames, Purpose};
use super::grant::{Grant, Provider};
use super::space::{AddressSpaces, SpaceId};
use super::table::Protection;
use super::PAGE;

/// What was tried at an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Read,
    Write,
    Execute,
}

impl Access {
    fn needs(self) -> Protection {
        match self {
            Access::Read => Protection::READ,
            Access::Write => Protection::WRITE,
            Access::Execute => Protection::EXECUTE,
        }
    }
}

impl AddressSpaces {
    /// Makes the page at an address good for an access, and gives its frame. No grant, or one that does not allow the
    /// access, is EFAULT.
    pub fn make_present(&mut self, frames: &mut Frames, id: SpaceId, address: u64, access: Access) -> Result<Frame> {
        let page = address & !(PAGE - 1);
        let zero = Frame(self.zero_frame);
        let space = self.get(id);
        let table = space.table();
        let grant = *space.grant_at(page).ok_or(EFAULT)?;
        if !grant.protection.has(access.needs()) {
            return Err(EFAULT);
        }
        if let Some(mapping) = table.mapping(page) {
            if access != Access::Write || mapping.is_writable {
                return Ok(mapping.frame);
            }
            let own = if grant.provider == Provider::Allocated {
                copy_on_write(frames, mapping.frame)?
            } else {
                mapping.frame
            };
            table.map(frames, page, own, grant.protection)?;
            return Ok(own);
        }
        let (frame, protection) = match grant.provider {
            Provider::Allocated if access == Access::Write => (frames.allocate(Purpose::User)?, grant.protection),
            Provider::Allocated => {
                frames.share(zero);
                (zero, grant.protection.without(Protection::WRITE))
            }
            Provider::AllocatedShared => (frames.allocate(Purpose::User)?, grant.protection),
            Provider::PhysicalBorrow => (Frame(grant.source_base + page - grant.base), grant.protection),
            Provider::External | Provider::FmapBorrowed => (self.borrowed(frames, &grant, page)?, grant.protection),
            Provider::Nobody => return Err(EFAULT),
        };
        table.map(frames, page, frame, protection)?;
        Ok(frame)
    }

    /// The frame of a page of its own memory that nobody else uses, whatever the grant allows: for who fills it.
    pub fn own_page(&mut self, frames: &mut Frames, id: SpaceId, address: u64) -> Result<Frame> {
        let page = address & !(PAGE - 1);
        let space = self.get(id);
        let table = space.table();
        let grant = *space.grant_at(page).ok_or(EFAULT)?;
        if grant.provider != Provider::Allocated {
            return Err(EFAULT);
        }
        let frame = match table.mapping(page) {
            Some(mapping) if mapping.is_writable || frames.count(mapping.frame) == 1 => return Ok(mapping.frame),
            Some(mapping) => copy_on_write(frames, mapping.frame)?,
            None => frames.allocate(Purpose::User)?,
        };
        table.map(frames, page, frame, grant.protection)?;
        Ok(frame)
    }

    /// The frame behind a page that comes from another address space, with one more use.
    fn borrowed(&mut self, frames: &mut Frames, grant: &Grant, page: u64) -> Result<Frame> {
        let source = SpaceId::from_plus_one(grant.source_space).ok_or(EFAULT)?;
        if self.get(source).root == 0 {
            return Err(EFAULT);
        }
        let access = if grant.protection.has(Protection::WRITE) { Access::Write } else { Access::Read };
        let frame = self.make_present(frames, source, grant.source_base + page - grant.base, access)?;
        frames.share(frame);
        Ok(frame)
    }
}

/// The frame itself where it has no other use, else a copy of it.
fn copy_on_write(frames: &mut Frames, frame: Frame) -> Result<Frame> {
    if frames.count(frame) == 1 {
        return Ok(frame);
    }
    let own = frames.allocate(Purpose::User)?;
    bytes(own).copy_from_slice(bytes(frame));
    frames.release(frame);
    Ok(own)
}

/// What the error code of a page fault says was tried.   @sdm Vol.3A 4.7
pub fn access_of(error_code: u64) -> Access {
    const WRITE: u64 = 1 << 1;
    const FETCH: u64 = 1 << 4;
    if error_code & FETCH != 0 {
        Access::Execute
    } else if error_code & WRITE != 0 {
        Access::Write
    } else {
        Access::Read
    }
}

