//! The content of files, and of directories, which are files to this part.

use redox_abi::error::{Result, ENOSPC};

use crate::disk::{get16, put16, Block, Disk, BLOCK};
use crate::inode::{Inode, DIRECT, INDIRECT};
use crate::volume::Volume;

/// The longest file in bytes.
pub const LONGEST: u64 = ((DIRECT + INDIRECT) * BLOCK) as u64;

const ZEROS: Block = [0; BLOCK];

impl<D: Disk> Volume<D> {
    /// Reads a file from an offset on; how many bytes. Behind its end there are none.
    pub fn read(&mut self, number: u16, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let inode = self.inode(number)?;
        let rest = (inode.length as u64).saturating_sub(offset).min(buffer.len() as u64) as usize;
        let mut done = 0;
        while done < rest {
            let at = offset as usize + done;
            let count = (BLOCK - at % BLOCK).min(rest - done);
            let block = self.read_content(&inode, at / BLOCK)?;
            buffer[done..done + count].copy_from_slice(&block[at % BLOCK..at % BLOCK + count]);
            done += count;
        }
        Ok(rest)
    }

    /// Writes into a file from an offset on; how many bytes, fewer if the disk is full. What is left out before the
    /// offset becomes zeros.
    pub fn write(&mut self, number: u16, offset: u64, bytes: &[u8]) -> Result<usize> {
        let mut inode = self.inode(number)?;
        if bytes.is_empty() {
            return Ok(0);
        }
        if offset > inode.length as u64 {
            self.lengthen(number, &mut inode, offset)?;
        }
        self.write_part(number, &mut inode, offset, bytes)
    }

    /// Cuts a file, or lengthens it with zeros.
    pub fn truncate(&mut self, number: u16, bytes: u64) -> Result<()> {
        let mut inode = self.inode(number)?;
        if bytes >= inode.length as u64 {
            return self.lengthen(number, &mut inode, bytes);
        }
        let old = inode;
        inode.length = bytes as u32;
        if inode.blocks() <= DIRECT {
            inode.indirect = 0;
        }
        self.put_inode(number, Some(&inode))?;
        self.free_blocks(&old, inode.blocks())
    }

    /// Frees an inode that no name leads to any more, and its content.
    pub fn release(&mut self, number: u16) -> Result<()> {
        let inode = self.inode(number)?;
        self.put_inode(number, None)?;
        self.free_blocks(&inode, 0)
    }

    /// Frees the blocks from that one on. The inode on the disk does not have them any more.
    fn free_blocks(&mut self, inode: &Inode, first: usize) -> Result<()> {
        for index in first..inode.blocks() {
            let number = self.block_of(inode, index)?;
            self.bitmap.set(number, false);
        }
        if first <= DIRECT && inode.blocks() > DIRECT {
            self.bitmap.set(inode.indirect as u32, false);
        }
        self.write_bitmap()
    }

    fn lengthen(&mut self, number: u16, inode: &mut Inode, bytes: u64) -> Result<()> {
        if bytes > LONGEST {
            return Err(ENOSPC);
        }
        while (inode.length as u64) < bytes {
            let at = inode.length as u64;
            let count = (BLOCK as u64 - at % BLOCK as u64).min(bytes - at) as usize;
            self.write_part(number, inode, at, &ZEROS[..count])?;
        }
        Ok(())
    }

    /// Writes at an offset that is not behind the end. The inode is written last, so that a kill before leaves the file
    /// as long as it was.
    fn write_part(&mut self, number: u16, inode: &mut Inode, offset: u64, bytes: &[u8]) -> Result<usize> {
        let length_before = inode.length;
        let mut done = 0;
        let mut failure = None;
        while done < bytes.len() {
            let at = offset + done as u64;
            let count = (BLOCK - at as usize % BLOCK).min(bytes.len() - done);
            if let Err(error) = self.write_in_block(inode, at, &bytes[done..done + count]) {
                failure = Some(error);
                break;
            }
            done += count;
            inode.length = inode.length.max((at + count as u64) as u32);
        }
        if inode.length != length_before {
            self.put_inode(number, Some(inode))?;
        }
        match failure {
            Some(error) if done == 0 => Err(error),
            _ => Ok(done),
        }
    }

    fn write_in_block(&mut self, inode: &mut Inode, at: u64, bytes: &[u8]) -> Result<()> {
        let (index, start) = (at as usize / BLOCK, at as usize % BLOCK);
        if index < inode.blocks() {
            let number = self.block_of(inode, index)?;
            let mut block = self.read_block(number)?;
            block[start..start + bytes.len()].copy_from_slice(bytes);
            return self.disk.write(number, &block);
        }
        let mut block = ZEROS;
        block[start..start + bytes.len()].copy_from_slice(bytes);
        self.append(inode, index, &block)
    }

    /// Puts a new block at the end of a file: the block first, then the number that leads to it.
    fn append(&mut self, inode: &mut Inode, index: usize, content: &Block) -> Result<()> {
        if index >= DIRECT + INDIRECT {
            return Err(ENOSPC);
        }
        let number = self.new_block()?;
        self.disk.write(number as u32, content)?;
        if index < DIRECT {
            inode.direct[index] = number;
            return Ok(());
        }
        let mut numbers = ZEROS;
        if index == DIRECT {
            match self.new_block() {
                Ok(indirect) => inode.indirect = indirect,
                Err(error) => {
                    self.bitmap.set(number as u32, false);
                    self.write_bitmap()?;
                    return Err(error);
                }
            }
        } else {
            numbers = self.read_block(inode.indirect as u32)?;
        }
        put16(&mut numbers, 2 * (index - DIRECT), number);
        self.disk.write(inode.indirect as u32, &numbers)
    }

    /// The number of a block of a file, which is before its end.
    pub(crate) fn block_of(&mut self, inode: &Inode, index: usize) -> Result<u32> {
        if index < DIRECT {
            return Ok(inode.direct[index] as u32);
        }
        let numbers = self.read_block(inode.indirect as u32)?;
        Ok(get16(&numbers, 2 * (index - DIRECT)) as u32)
    }

    /// A block of a file, which is before its end.
    pub(crate) fn read_content(&mut self, inode: &Inode, index: usize) -> Result<Block> {
        let number = self.block_of(inode, index)?;
        self.read_block(number)
    }
}
