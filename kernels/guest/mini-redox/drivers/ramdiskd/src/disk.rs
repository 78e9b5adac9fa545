//! The disk: blocks in memory that come into being when they are first used.

use core::sync::atomic::{AtomicU8, Ordering};

use redox_runtime::abi::path;
use redox_runtime::abi::record::Map;
use redox_runtime::error::{EINVAL, ENOSPC};
use redox_runtime::file::File;
use redox_runtime::flag::{MAP_LAZY, MAP_PRIVATE, PROTECT_READ, PROTECT_WRITE};
use redox_runtime::memory::Mapping;
use redox_runtime::Result;

/// What is read and written at once, in bytes.
pub const BLOCK: u64 = 512;
/// The size of the disk.
pub const BYTES: u64 = 512 * BLOCK;

pub struct Disk {
    memory: Mapping,
}

impl Disk {
    /// A disk of zeros.
    pub fn new() -> Result<Self> {
        let flags = MAP_PRIVATE | MAP_LAZY | PROTECT_READ | PROTECT_WRITE;
        let memory = Mapping::of(&File::writing(path::MEMORY)?, Map { offset: 0, bytes: BYTES, flags, address: 0 })?;
        Ok(Disk { memory })
    }

    /// Reads blocks; how many bytes. At the end of the disk there are none.
    pub fn read(&self, buffer: &mut [u8], offset: u64) -> Result<u64> {
        let cells = self.blocks(buffer.len(), offset)?;
        for (target, source) in buffer.iter_mut().zip(cells) {
            *target = source.load(Ordering::Relaxed);
        }
        Ok(cells.len() as u64)
    }

    /// Writes blocks; how many bytes.
    pub fn write(&mut self, buffer: &[u8], offset: u64) -> Result<u64> {
        let cells = self.blocks(buffer.len(), offset)?;
        if cells.is_empty() && !buffer.is_empty() {
            return Err(ENOSPC);
        }
        for (target, source) in cells.iter().zip(buffer) {
            target.store(*source, Ordering::Relaxed);
        }
        Ok(cells.len() as u64)
    }

    /// The memory of so many bytes of blocks, as far as the disk goes.
    fn blocks(&self, bytes: usize, offset: u64) -> Result<&[AtomicU8]> {
        if offset % BLOCK != 0 || bytes as u64 % BLOCK != 0 {
            return Err(EINVAL);
        }
        let cells = self.memory.cells();
        let start = (offset.min(BYTES)) as usize;
        Ok(&cells[start..(start + bytes).min(cells.len())])
    }
}
