//! Where mappings go in the current context's address space, and pages of a server in it.

use redox_abi::error::{Result, EEXIST, EFAULT, EINVAL, EIO, ENOMEM};
use redox_abi::flag::{MAP_FIXED, MAP_FIXED_NOREPLACE, USER_END};
use redox_abi::record::Map;
use redox_abi::scheme::opcode;

use super::tag::send_one_way;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::fault::Access;
use crate::memory::frames::Frame;
use crate::memory::grant::{Grant, Provider};
use crate::memory::space::{SpaceId, MOST_GRANTS};
use crate::memory::table::Protection;
use crate::memory::{pages, PAGE};
use crate::system_call::protection_of;

/// The longest mapping.
const MOST_BYTES: u64 = 1 << 32;

/// Whether a mapping makes sense at all.
pub fn check(map: &Map) -> Result<()> {
    if map.bytes == 0 || map.bytes > MOST_BYTES || map.offset % PAGE != 0 || map.address % PAGE != 0 {
        return Err(EINVAL);
    }
    Ok(())
}

fn current_space(kernel: &mut Kernel) -> Result<SpaceId> {
    SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EFAULT)
}

/// Adds a grant where the map says, or at the lowest free place; gives the address.
pub fn place(kernel: &mut Kernel, map: &Map, grant: Grant) -> Result<u64> {
    check(map)?;
    let pages = pages(map.bytes);
    let id = current_space(kernel)?;
    let space = kernel.spaces.get(id);
    if map.flags & MAP_FIXED_NOREPLACE == MAP_FIXED {
        space.unmap(&mut kernel.frames, map.address, pages)?;
    }
    let is_fixed = map.flags & MAP_FIXED != 0;
    let wanted = Grant { base: map.address, pages, ..grant };
    if is_fixed || map.address != 0 {
        match space.insert(wanted) {
            Err(EEXIST | EINVAL) if !is_fixed => {}
            other => return other.map(|()| map.address),
        }
    }
    let base = space.find_free(pages)?;
    space.insert(Grant { base, ..wanted })?;
    Ok(base)
}

/// Maps pages of a server, which has them at `base`: the very frames, or for a private mapping the same until the first
/// write.
pub fn of_server(kernel: &mut Kernel, file: (u32, u64), base: u64, map: &Map, is_private: bool) -> Result<u64> {
    let server = SpaceId::from_plus_one(kernel.schemes.users.serving(file.0)?.space).ok_or(EIO)?;
    let protection = protection_of(map.flags);
    let grant = Grant {
        provider: if is_private { Provider::Allocated } else { Provider::FmapBorrowed },
        protection,
        source_space: server.plus_one(),
        scheme: file.0,
        file: file.1,
        source_base: base,
        file_offset: map.offset,
        ..Grant::NONE
    };
    let address = place(kernel, map, grant)?;
    let client = current_space(kernel)?;
    for page in 0..pages(map.bytes) {
        let mapped = share_page(kernel, (server, base + page * PAGE), (client, address + page * PAGE), protection, is_private);
        if let Err(error) = mapped {
            kernel.spaces.get(client).remove(&mut kernel.frames, address);
            return Err(if error == ENOMEM { error } else { EIO });
        }
    }
    Ok(address)
}

fn share_page(kernel: &mut Kernel, from: (SpaceId, u64), to: (SpaceId, u64), protection: Protection, is_private: bool) -> Result<()> {
    let server_writes = kernel.spaces.get(from.0).grant_at(from.1).is_some_and(|grant| grant.protection.has(Protection::WRITE));
    let needs_write = !is_private && (server_writes || protection.has(Protection::WRITE));
    let access = if needs_write { Access::Write } else { Access::Read };
    let frame: Frame = kernel.spaces.make_present(&mut kernel.frames, from.0, from.1, access)?;
    let now = if is_private { protection.without(Protection::WRITE) } else { protection };
    kernel.spaces.get(to.0).table().map(&mut kernel.frames, to.1, frame, now)?;
    kernel.frames.share(frame);
    Ok(())
}

/// Takes a range out of the current context's address space, and tells the servers whose files were mapped there.
pub fn unmap(address: u64, pages: u64) -> Result<u64> {
    if pages > USER_END / PAGE || address > USER_END - pages * PAGE {
        return Err(EINVAL);
    }
    KERNEL.with(|kernel| {
        let id = current_space(kernel)?;
        let told = from_servers(kernel, id, address, pages);
        kernel.spaces.get(id).unmap(&mut kernel.frames, address, pages)?;
        tell(kernel, &told, address, pages);
        Ok(0)
    })
}

/// Tells the servers of all files that are mapped in an address space, if it ends with its last user.
pub fn space_ends(kernel: &mut Kernel, id: SpaceId) {
    if kernel.spaces.get(id).users > 1 {
        return;
    }
    let all = USER_END / PAGE;
    let told = from_servers(kernel, id, 0, all);
    tell(kernel, &told, 0, all);
}

fn from_servers(kernel: &mut Kernel, id: SpaceId, base: u64, pages: u64) -> [Grant; MOST_GRANTS] {
    let mut found = [Grant::NONE; MOST_GRANTS];
    let grants = kernel.spaces.get(id).grants.iter();
    let ours = grants.filter(|grant| grant.overlaps(base, pages) && grant.scheme != 0 && !grant.is_pinned);
    found.iter_mut().zip(ours).for_each(|(to, grant)| *to = *grant);
    found
}

fn tell(kernel: &mut Kernel, grants: &[Grant], base: u64, pages: u64) {
    for grant in grants.iter().filter(|grant| grant.pages > 0) {
        let from = grant.base.max(base);
        let to = grant.end().min(base + pages * PAGE);
        let offset = grant.file_offset + (from - grant.base);
        send_one_way(kernel, grant.scheme, opcode::MUNMAP, 0, [grant.file, offset, to - from, 0, 0]);
    }
}
