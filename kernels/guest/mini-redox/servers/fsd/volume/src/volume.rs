//! A file system as a whole: formatting, mounting, and names.

use redox_abi::error::{Result, EEXIST, EINVAL, EIO, ENOENT, ENOTDIR, ENOTEMPTY};

use crate::bitmap::Bitmap;
use crate::check::Left;
use crate::directory::split;
use crate::disk::{Block, Disk, BLOCK};
use crate::inode::{Inode, Kind, ROOT};
use crate::layout::{Layout, BITMAP, INODES};

/// What is on a disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nothing that would be lost by formatting.
    Empty,
    Formatted,
    /// Something else.
    Foreign,
}

/// A mounted file system.
pub struct Volume<D> {
    pub(crate) disk: D,
    pub(crate) layout: Layout,
    pub(crate) bitmap: Bitmap,
}

impl<D: Disk> Volume<D> {
    /// What is on a disk, by its first block.
    pub fn state(disk: &mut D) -> Result<State> {
        let mut block = [0; BLOCK];
        disk.read(0, &mut block)?;
        Ok(match Layout::decode(&block, disk.blocks()) {
            Ok(_) => State::Formatted,
            Err(_) if block == [0; BLOCK] => State::Empty,
            Err(_) => State::Foreign,
        })
    }

    /// Makes a new file system. The superblock comes last: until then the disk is as empty as it was.
    pub fn format(disk: &mut D) -> Result<()> {
        let layout = Layout::for_disk(disk.blocks())?;
        for block in INODES..layout.content() {
            disk.write(block, &[0; BLOCK])?;
        }
        disk.write(BITMAP, &Bitmap::new(&layout).block)?;
        let mut root = [0; BLOCK];
        Inode::new(Kind::Directory).encode_first(&mut root);
        disk.write(INODES, &root)?;
        disk.write(0, &layout.encode())
    }

    /// Opens a file system, and frees what an interrupted change has left.
    pub fn mount(mut disk: D) -> Result<(Self, Left)> {
        let mut block = [0; BLOCK];
        disk.read(0, &mut block)?;
        let layout = Layout::decode(&block, disk.blocks())?;
        disk.read(BITMAP, &mut block)?;
        let mut volume = Volume { disk, layout, bitmap: Bitmap { block } };
        let left = volume.check()?;
        Ok((volume, left))
    }

    pub(crate) fn read_block(&mut self, number: u32) -> Result<Block> {
        if number >= self.layout.blocks {
            return Err(EIO);
        }
        let mut block = [0; BLOCK];
        self.disk.read(number, &mut block)?;
        Ok(block)
    }

    /// Blocks that no file has.
    pub fn free(&self) -> u32 {
        self.bitmap.free()
    }

    /// What an inode is, and its length.
    pub fn stat(&mut self, number: u16) -> Result<(Kind, u64)> {
        self.inode(number).map(|inode| (inode.kind, inode.length as u64))
    }

    /// Makes a file or a directory; its inode, which is written before the name that leads to it.
    pub fn create(&mut self, path: &str, kind: Kind) -> Result<u16> {
        let (before, name) = split(path);
        let directory = self.find(before)?;
        if self.inode(directory)?.kind != Kind::Directory {
            return Err(ENOTDIR);
        }
        if self.entry(directory, name)?.is_some() {
            return Err(EEXIST);
        }
        let number = self.new_inode(kind)?;
        if let Err(error) = self.add_entry(directory, name, number) {
            self.release(number)?;
            return Err(error);
        }
        Ok(number)
    }

    /// Takes a name away; the inode that it led to, which is to be released when nobody uses it.
    pub fn unlink(&mut self, path: &str) -> Result<u16> {
        let (before, name) = split(path);
        if name.is_empty() {
            return Err(EINVAL);
        }
        let directory = self.find(before)?;
        let entry = self.entry(directory, name)?.ok_or(ENOENT)?;
        if self.inode(entry.inode)?.kind == Kind::Directory && !self.is_empty_directory(entry.inode)? {
            return Err(ENOTEMPTY);
        }
        self.remove_entry(directory, entry.place)?;
        Ok(entry.inode)
    }

    /// Gives the disk back.
    pub fn into_disk(self) -> D {
        self.disk
    }
}

const _: () = assert!(ROOT == 1, "the first inode of the table");
