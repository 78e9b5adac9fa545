//! Inodes: what the file system knows of a file or a directory but for its name.

use redox_abi::error::{Result, EIO, ENOSPC};

use crate::disk::{get16, get32, put16, put32, Block, Disk, BLOCK};
use crate::layout::INODES;
use crate::volume::Volume;

/// The bytes of an inode on the disk.
const BYTES: usize = 64;
/// How many are in a block of the table.
pub const PER_BLOCK: usize = BLOCK / BYTES;
/// How many blocks of content an inode names itself.
pub const DIRECT: usize = 28;
/// How many more are named by the block that it names last.
pub const INDIRECT: usize = BLOCK / 2;

/// The inode of the topmost directory. 0 is no inode.
pub const ROOT: u16 = 1;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    File,
    Directory,
}

/// What is in an inode. Numbers of blocks beyond the length mean nothing.
#[derive(Clone, Copy)]
pub struct Inode {
    pub kind: Kind,
    /// The length in bytes.
    pub length: u32,
    pub direct: [u16; DIRECT],
    /// The block with further numbers, once there are more than [`DIRECT`].
    pub indirect: u16,
}

impl Inode {
    pub fn new(kind: Kind) -> Self {
        Inode { kind, length: 0, direct: [0; DIRECT], indirect: 0 }
    }

    /// How many blocks its content takes.
    pub fn blocks(&self) -> usize {
        (self.length as usize).div_ceil(BLOCK)
    }

    /// Writes it as the first of a block of the table.
    pub(crate) fn encode_first(&self, block: &mut Block) {
        self.encode(&mut block[..BYTES]);
    }

    fn encode(&self, place: &mut [u8]) {
        put16(place, 0, match self.kind {
            Kind::File => 1,
            Kind::Directory => 2,
        });
        put16(place, 2, self.indirect);
        put32(place, 4, self.length);
        for (index, number) in self.direct.iter().enumerate() {
            put16(place, 8 + 2 * index, *number);
        }
    }

    /// What is in the table; nothing, if the inode is free.
    fn decode(place: &[u8]) -> Result<Option<Self>> {
        let kind = match get16(place, 0) {
            0 => return Ok(None),
            1 => Kind::File,
            2 => Kind::Directory,
            _ => return Err(EIO),
        };
        let direct = core::array::from_fn(|index| get16(place, 8 + 2 * index));
        let inode = Inode { kind, length: get32(place, 4), direct, indirect: get16(place, 2) };
        if inode.blocks() <= DIRECT + INDIRECT { Ok(Some(inode)) } else { Err(EIO) }
    }
}

impl<D: Disk> Volume<D> {
    /// The block of the table that has an inode, and where in it.
    fn place_of_inode(&self, number: u16) -> Result<(u32, core::ops::Range<usize>)> {
        let index = number.checked_sub(1).filter(|index| *index < self.layout.inodes).ok_or(EIO)? as usize;
        let start = index % PER_BLOCK * BYTES;
        Ok((INODES + (index / PER_BLOCK) as u32, start..start + BYTES))
    }

    /// The inode of that number, if it is in use.
    pub(crate) fn inode_if_used(&mut self, number: u16) -> Result<Option<Inode>> {
        let (at, range) = self.place_of_inode(number)?;
        let block = self.read_block(at)?;
        Inode::decode(&block[range])
    }

    pub(crate) fn inode(&mut self, number: u16) -> Result<Inode> {
        self.inode_if_used(number)?.ok_or(EIO)
    }

    /// Writes an inode, or frees it.
    pub(crate) fn put_inode(&mut self, number: u16, inode: Option<&Inode>) -> Result<()> {
        let (at, range) = self.place_of_inode(number)?;
        let mut block = self.read_block(at)?;
        let place = &mut block[range];
        place.fill(0);
        if let Some(inode) = inode {
            inode.encode(place);
        }
        self.disk.write(at, &block)
    }

    /// Takes a free inode; its number.
    pub(crate) fn new_inode(&mut self, kind: Kind) -> Result<u16> {
        for number in ROOT..=self.layout.inodes {
            if self.inode_if_used(number)?.is_none() {
                self.put_inode(number, Some(&Inode::new(kind)))?;
                return Ok(number);
            }
        }
        Err(ENOSPC)
    }
}
