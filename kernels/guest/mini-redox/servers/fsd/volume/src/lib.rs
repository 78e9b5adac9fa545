//! The file system of `fsd` as it lies on a disk. No process, no message: it is tested on the host too.
//!
//! ```text
//! block 0            superblock
//! block 1            bitmap: a bit for each block of the disk, 1 = used
//! from block 2       inode table: 64 bytes for each file or directory, eight in a block
//! the rest           content
//! ```
//!
//! Every change is written through at once, in an order in which each single block may be the last that is written:
//! what a name leads to is written before the name, and a name is taken away before what it leads to. A kill in between
//! can only leave inodes and blocks that no name leads to; mounting finds and frees them.
//!
//! Reading order: [`disk`], [`layout`], [`inode`], [`bitmap`], [`content`], [`directory`], [`volume`], [`check`].
#![no_std]
#![forbid(unsafe_code)]

mod bitmap;
mod check;
pub mod content;
mod directory;
pub mod disk;
pub mod inode;
pub mod layout;
pub mod volume;

pub use check::Left;
pub use disk::{Block, Disk, BLOCK};
pub use inode::Kind;
pub use volume::{State, Volume};
