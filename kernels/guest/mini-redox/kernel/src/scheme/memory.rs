//! The scheme `memory`: fresh memory, physical addresses of devices, and translations.

use redox_abi::error::{Result, EACCES, EBADF, EFAULT, EINVAL, ENOENT, EPERM};
use redox_abi::flag::MAP_SHARED;
use redox_abi::record::Map;

use super::{mapping, Caller, Opened, Scheme};
use crate::kernel::KERNEL;
use crate::memory::frames::Frames;
use crate::memory::grant::{Grant, Provider};
use crate::memory::space::SpaceId;
use crate::memory::table::Protection;
use crate::memory::user::UserSlice;
use crate::memory::{pages, PAGE};
use crate::system_call::protection_of;

/// Fresh memory, full of zeros.
const FRESH: u64 = 1;
/// Physical addresses that are no RAM; the offset of the map is the address.
const PHYSICAL: u64 = 2;
/// Read at an address: the physical address behind it.
const TRANSLATION: u64 = 3;
/// Below 1 MiB, where devices of the first PCs are: among them the text screen.
const OLD_DEVICES: core::ops::Range<u64> = 0xA_0000..0x10_0000;
/// Physical addresses that page tables can hold here.
const PHYSICAL_END: u64 = 1 << 40;

/// The scheme itself.
pub struct Memory;

impl Scheme for Memory {
    fn open(&self, path: &[u8], _flags: u64, caller: Caller) -> Result<Opened> {
        let (kind, _cache) = match path.iter().position(|byte| *byte == b'@') {
            Some(place) => (&path[..place], &path[place + 1..]),
            None => (path, &b""[..]),
        };
        let file = match kind {
            b"" => FRESH,
            b"physical" => PHYSICAL,
            b"translation" => TRANSLATION,
            _ => return Err(ENOENT),
        };
        if file != FRESH && caller.uid != 0 {
            return Err(EACCES);
        }
        Ok(Opened::Own(file))
    }

    fn read(&self, file: u64, buffer: UserSlice, offset: u64, _flags: u64) -> Result<u64> {
        if file != TRANSLATION {
            return Err(EBADF);
        }
        let frame = KERNEL.with(|kernel| {
            let space = SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EFAULT)?;
            let is_user = UserSlice::new(offset, 1).is_ok();
            let mapping = is_user.then(|| kernel.spaces.get(space).table().mapping(offset)).flatten().ok_or(EFAULT)?;
            Ok(mapping.frame.0)
        })?;
        buffer.write_record(&(frame + offset % PAGE))
    }

    fn map(&self, file: u64, map: &Map) -> Result<u64> {
        mapping::check(map)?;
        let protection = protection_of(map.flags);
        let grant = match file {
            FRESH => {
                let is_shared = map.flags & MAP_SHARED != 0;
                let provider = if is_shared { Provider::AllocatedShared } else { Provider::Allocated };
                Grant { provider, protection, ..Grant::NONE }
            }
            PHYSICAL => {
                let protection = protection.without(Protection::EXECUTE);
                Grant { provider: Provider::PhysicalBorrow, protection, source_base: map.offset, ..Grant::NONE }
            }
            _ => return Err(EBADF),
        };
        KERNEL.with(|kernel| {
            if file == PHYSICAL {
                check_device(&kernel.frames, map)?;
            }
            mapping::place(kernel, map, grant)
        })
    }
}

/// RAM belongs to whoever the kernel gave it.
fn check_device(frames: &Frames, map: &Map) -> Result<()> {
    let end = map.offset.checked_add(map.bytes).filter(|end| *end <= PHYSICAL_END).ok_or(EINVAL)?;
    let is_device = |physical: u64| OLD_DEVICES.contains(&physical) || !frames.is_ram(physical);
    let mut all = (0..pages(end - map.offset)).map(|page| map.offset + page * PAGE);
    if all.all(is_device) { Ok(()) } else { Err(EPERM) }
}
