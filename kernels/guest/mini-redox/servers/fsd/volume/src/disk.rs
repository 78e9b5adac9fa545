//! What a file system lies on: numbered blocks, read and written whole.

use redox_abi::error::Result;

/// The bytes of a block.
pub const BLOCK: usize = 512;

/// One block's content.
pub type Block = [u8; BLOCK];

/// A disk.
pub trait Disk {
    /// How many blocks it has.
    fn blocks(&self) -> u32;

    fn read(&mut self, number: u32, block: &mut Block) -> Result<()>;

    /// When this returns, the block is on the disk.
    fn write(&mut self, number: u32, block: &Block) -> Result<()>;
}

/// A number of 16 bits out of a block, low byte first.
pub(crate) fn get16(block: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([block[at], block[at + 1]])
}

pub(crate) fn put16(block: &mut [u8], at: usize, value: u16) {
    block[at..at + 2].copy_from_slice(&value.to_le_bytes());
}

/// A number of 32 bits out of a block, low byte first.
pub(crate) fn get32(block: &[u8], at: usize) -> u32 {
    get16(block, at) as u32 | (get16(block, at + 2) as u32) << 16
}

pub(crate) fn put32(block: &mut [u8], at: usize, value: u32) {
    block[at..at + 4].copy_from_slice(&value.to_le_bytes());
}
