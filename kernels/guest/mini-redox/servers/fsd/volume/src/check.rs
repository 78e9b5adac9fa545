//! What mounting looks for: inodes and blocks that nothing leads to.

use redox_abi::error::{Result, EIO};

use crate::bitmap::Bitmap;
use crate::disk::Disk;
use crate::inode::{Kind, DIRECT, ROOT};
use crate::layout::MOST_INODES;
use crate::volume::Volume;

/// What an interrupted change had left, and mounting has freed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Left {
    pub inodes: u32,
    pub blocks: u32,
}

impl<D: Disk> Volume<D> {
    /// Goes through the tree from its root, and frees everything else.
    pub(crate) fn check(&mut self) -> Result<Left> {
        let mut left = Left::default();
        let mut reached = [0_u16; MOST_INODES as usize];
        let mut bitmap = Bitmap::new(&self.layout);
        let count = self.walk(&mut reached, &mut bitmap)?;
        for number in ROOT..=self.layout.inodes {
            if !reached[..count].contains(&number) && self.inode_if_used(number)?.is_some() {
                self.put_inode(number, None)?;
                left.inodes += 1;
            }
        }
        if bitmap != self.bitmap {
            left.blocks = bitmap.free().saturating_sub(self.bitmap.free());
            self.bitmap = bitmap;
            self.write_bitmap()?;
        }
        Ok(left)
    }

    /// Lists the inodes that names lead to, and marks their blocks. Whatever is reached twice is damage.
    fn walk(&mut self, reached: &mut [u16], bitmap: &mut Bitmap) -> Result<usize> {
        reached[0] = ROOT;
        let (mut next, mut count) = (0, 1);
        while next < count {
            let number = reached[next];
            next += 1;
            self.mark(number, bitmap)?;
            if self.inode(number)?.kind != Kind::Directory {
                continue;
            }
            self.each_entry(number, |_, entry| {
                if entry.inode != 0 {
                    if reached[..count].contains(&entry.inode) || count == reached.len() {
                        return Err(EIO);
                    }
                    reached[count] = entry.inode;
                    count += 1;
                }
                Ok(None::<()>)
            })?;
        }
        Ok(count)
    }

    fn mark(&mut self, number: u16, bitmap: &mut Bitmap) -> Result<()> {
        let inode = self.inode(number)?;
        for index in 0..inode.blocks() {
            let block = self.block_of(&inode, index)?;
            bitmap.take(block)?;
        }
        if inode.blocks() > DIRECT {
            bitmap.take(inode.indirect as u32)?;
        }
        Ok(())
    }
}
