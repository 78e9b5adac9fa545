//! The disk: a file of another server's, read and written in blocks.

use fsd_volume::{Block, Disk, BLOCK};
use redox_runtime::error::EIO;
use redox_runtime::file::File;
use redox_runtime::Result;

pub struct FileDisk {
    file: File,
    blocks: u32,
}

impl FileDisk {
    pub fn open(path: &str) -> Result<Self> {
        let file = File::writing(path)?;
        let blocks = file.stat()?.bytes / BLOCK as u64;
        Ok(FileDisk { file, blocks: blocks.min(u32::MAX as u64) as u32 })
    }

    fn seek(&self, number: u32) -> Result<()> {
        self.file.seek(number as u64 * BLOCK as u64)
    }
}

/// Nothing but the whole block will do.
fn whole(count: usize) -> Result<()> {
    if count == BLOCK { Ok(()) } else { Err(EIO) }
}

impl Disk for FileDisk {
    fn blocks(&self) -> u32 {
        self.blocks
    }

    fn read(&mut self, number: u32, block: &mut Block) -> Result<()> {
        self.seek(number)?;
        whole(self.file.read(block)?)
    }

    fn write(&mut self, number: u32, block: &Block) -> Result<()> {
        self.seek(number)?;
        whole(self.file.write(block)?)
    }
}
