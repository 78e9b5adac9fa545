//! A disk for tests, which can be cut off after any write.

use fsd_volume::{Block, Disk, BLOCK};
use redox_abi::error::{Result, EIO};

/// As large as that of `ramdiskd`.
pub const BLOCKS: usize = 512;

#[derive(Clone)]
pub struct MemoryDisk {
    pub blocks: Vec<Block>,
    /// How many more writes reach the disk; then everything fails.
    pub writes_left: usize,
}

impl MemoryDisk {
    pub fn new() -> Self {
        MemoryDisk { blocks: vec![[0; BLOCK]; BLOCKS], writes_left: usize::MAX }
    }
}

impl Disk for MemoryDisk {
    fn blocks(&self) -> u32 {
        self.blocks.len() as u32
    }

    fn read(&mut self, number: u32, block: &mut Block) -> Result<()> {
        *block = self.blocks[number as usize];
        if self.writes_left > 0 { Ok(()) } else { Err(EIO) }
    }

    fn write(&mut self, number: u32, block: &Block) -> Result<()> {
        if self.writes_left == 0 {
            return Err(EIO);
        }
        self.writes_left -= 1;
        self.blocks[number as usize] = *block;
        Ok(())
    }
}
