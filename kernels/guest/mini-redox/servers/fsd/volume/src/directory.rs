//! Directories: files of entries, each a name and the inode that it leads to.

use redox_abi::error::{Result, EINVAL, ENOENT, ENOTDIR};

use crate::disk::{get16, put16, Block, Disk, BLOCK};
use crate::inode::{Kind, ROOT};
use crate::volume::Volume;

/// The bytes of an entry: the inode (16 bits; 0 for no entry), the length of the name, the name.
const BYTES: usize = 32;
const PER_BLOCK: usize = BLOCK / BYTES;
/// The longest name.
pub const LONGEST_NAME: usize = BYTES - 3;

/// One entry, and where in the directory it is.
pub struct Entry {
    pub place: usize,
    pub inode: u16,
    bytes: [u8; BYTES],
}

impl Entry {
    fn of(block: &Block, place: usize) -> Self {
        let start = place % PER_BLOCK * BYTES;
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&block[start..start + BYTES]);
        Entry { place, inode: get16(&bytes, 0), bytes }
    }

    pub fn name(&self) -> &[u8] {
        self.bytes[3..].get(..self.bytes[2] as usize).unwrap_or(&[])
    }
}

/// The last word of a path, and the path before it.
pub fn split(path: &str) -> (&str, &str) {
    let path = path.trim_matches('/');
    path.rsplit_once('/').unwrap_or(("", path))
}

impl<D: Disk> Volume<D> {
    /// Hands every entry to `visit` until that gives something.
    pub(crate) fn each_entry<R>(
        &mut self,
        directory: u16,
        mut visit: impl FnMut(&mut Self, Entry) -> Result<Option<R>>,
    ) -> Result<Option<R>> {
        let inode = self.inode(directory)?;
        if inode.kind != Kind::Directory {
            return Err(ENOTDIR);
        }
        for index in 0..inode.blocks() {
            let block = self.read_content(&inode, index)?;
            for place in index * PER_BLOCK..(index + 1) * PER_BLOCK {
                if let Some(found) = visit(self, Entry::of(&block, place))? {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }

    pub(crate) fn entry(&mut self, directory: u16, name: &str) -> Result<Option<Entry>> {
        self.each_entry(directory, |_, entry| {
            Ok((entry.inode != 0 && entry.name() == name.as_bytes()).then_some(entry))
        })
    }

    /// The inode that a path leads to.
    pub fn find(&mut self, path: &str) -> Result<u16> {
        let mut inode = ROOT;
        for word in path.split('/').filter(|word| !word.is_empty()) {
            inode = self.entry(inode, word)?.ok_or(ENOENT)?.inode;
        }
        Ok(inode)
    }

    /// Puts a name into a directory, where an entry is free or at the end.
    pub(crate) fn add_entry(&mut self, directory: u16, name: &str, inode: u16) -> Result<()> {
        if name.is_empty() || name.len() > LONGEST_NAME || name == "." || name == ".." {
            return Err(EINVAL);
        }
        let free = self.each_entry(directory, |_, entry| Ok((entry.inode == 0).then_some(entry.place)))?;
        let mut bytes = [0; BYTES];
        put16(&mut bytes, 0, inode);
        bytes[2] = name.len() as u8;
        bytes[3..3 + name.len()].copy_from_slice(name.as_bytes());
        match free {
            Some(place) => self.write(directory, (place * BYTES) as u64, &bytes).map(drop),
            None => {
                // A whole block at once, so that the length is always one of whole blocks.
                let mut block = [0; BLOCK];
                block[..BYTES].copy_from_slice(&bytes);
                let length = self.inode(directory)?.length;
                self.write(directory, length as u64, &block).map(drop)
            }
        }
    }

    pub(crate) fn remove_entry(&mut self, directory: u16, place: usize) -> Result<()> {
        self.write(directory, (place * BYTES) as u64, &[0; BYTES]).map(drop)
    }

    pub(crate) fn is_empty_directory(&mut self, directory: u16) -> Result<bool> {
        let first = self.each_entry(directory, |_, entry| Ok((entry.inode != 0).then_some(())))?;
        Ok(first.is_none())
    }

    /// Reads a directory as text from an offset on: a name a line, a slash behind those of directories.
    pub fn list(&mut self, directory: u16, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let mut skip = offset as usize;
        let mut count = 0;
        self.each_entry(directory, |volume, entry| {
            if entry.inode == 0 {
                return Ok(None);
            }
            let is_directory = volume.inode(entry.inode)?.kind == Kind::Directory;
            let end: &[u8] = if is_directory { b"/\n" } else { b"\n" };
            for byte in entry.name().iter().chain(end) {
                if skip > 0 {
                    skip -= 1;
                } else if let Some(target) = buffer.get_mut(count) {
                    *target = *byte;
                    count += 1;
                }
            }
            Ok((count == buffer.len()).then_some(()))
        })?;
        Ok(count)
    }
}
