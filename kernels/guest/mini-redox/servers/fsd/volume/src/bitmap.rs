//! Which blocks are used.

use redox_abi::error::{Result, EIO, ENOSPC};

use crate::disk::{Block, Disk, BLOCK};
use crate::layout::{Layout, BITMAP};
use crate::volume::Volume;

/// A bit for each block of the disk.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    pub block: Block,
}

impl Bitmap {
    /// Everything before the content is used, and what would be behind the end.
    pub fn new(layout: &Layout) -> Self {
        let mut bitmap = Bitmap { block: [0; BLOCK] };
        for number in (0..layout.content()).chain(layout.blocks..BLOCK as u32 * 8) {
            bitmap.set(number, true);
        }
        bitmap
    }

    pub fn is_used(&self, number: u32) -> bool {
        self.block[number as usize / 8] >> (number % 8) & 1 != 0
    }

    pub fn set(&mut self, number: u32, is_used: bool) {
        let byte = &mut self.block[number as usize / 8];
        *byte = *byte & !(1 << (number % 8)) | (is_used as u8) << (number % 8);
    }

    /// Marks a block that was not used; one that was is an error of the file system's.
    pub fn take(&mut self, number: u32) -> Result<()> {
        if number >= BLOCK as u32 * 8 || self.is_used(number) {
            return Err(EIO);
        }
        self.set(number, true);
        Ok(())
    }

    pub fn free(&self) -> u32 {
        self.block.iter().map(|byte| byte.count_zeros()).sum()
    }
}

impl<D: Disk> Volume<D> {
    /// Takes a free block and writes so; its number.
    pub(crate) fn new_block(&mut self) -> Result<u16> {
        let number = (0..self.layout.blocks).find(|number| !self.bitmap.is_used(*number)).ok_or(ENOSPC)?;
        self.bitmap.set(number, true);
        match self.write_bitmap() {
            Ok(()) => Ok(number as u16),
            Err(error) => {
                self.bitmap.set(number, false);
                Err(error)
            }
        }
    }

    pub(crate) fn write_bitmap(&mut self) -> Result<()> {
        self.disk.write(BITMAP, &self.bitmap.block)
    }
}
