//! The superblock: what is where on the disk.

use redox_abi::error::{Result, EINVAL, ENOSPC};

use crate::disk::{get32, put32, Block, BLOCK};
use crate::inode::PER_BLOCK;

const MAGIC: &[u8; 8] = b"RingDisk";
const VERSION: u32 = 1;

/// The bitmap is one block, so it has bits for so many.
pub const MOST_BLOCKS: u32 = BLOCK as u32 * 8;
/// As many files and directories as there can be.
pub const MOST_INODES: u16 = 256;
/// Where the bitmap is.
pub const BITMAP: u32 = 1;
/// Where the inode table starts.
pub const INODES: u32 = 2;

/// The sizes of a file system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    pub blocks: u32,
    pub inodes: u16,
}

impl Layout {
    /// For a new file system: an inode for every eight blocks.
    pub fn for_disk(blocks: u32) -> Result<Self> {
        let blocks = blocks.min(MOST_BLOCKS);
        let inodes = (blocks / 8).next_multiple_of(PER_BLOCK as u32).min(MOST_INODES as u32) as u16;
        let layout = Layout { blocks, inodes };
        if layout.content() < blocks { Ok(layout) } else { Err(ENOSPC) }
    }

    /// The first block of content.
    pub fn content(&self) -> u32 {
        INODES + self.inodes as u32 / PER_BLOCK as u32
    }

    pub fn encode(&self) -> Block {
        let mut block = [0; BLOCK];
        block[..8].copy_from_slice(MAGIC);
        put32(&mut block, 8, VERSION);
        put32(&mut block, 12, self.blocks);
        put32(&mut block, 16, self.inodes as u32);
        block
    }

    /// Reads a superblock of a disk of that size.
    pub fn decode(block: &Block, blocks_of_disk: u32) -> Result<Self> {
        let layout = Layout { blocks: get32(block, 12), inodes: get32(block, 16) as u16 };
        let is_ours = block.starts_with(MAGIC) && get32(block, 8) == VERSION;
        let fits = layout.blocks <= blocks_of_disk.min(MOST_BLOCKS)
            && (1..=MOST_INODES).contains(&layout.inodes)
            && layout.inodes as usize % PER_BLOCK == 0
            && layout.content() < layout.blocks;
        if is_ours && fits { Ok(layout) } else { Err(EINVAL) }
    }
}
