//! A file-system server on top of a disk of another server: `fsd DISK SCHEME`, such as `fsd /scheme/disk/0 file`.
//!
//! Everything is written through at once, so that whoever ends this server loses nothing but the call in progress. An empty
//! disk is formatted. What lies where on the disk is the crate `fsd-volume`. Reading order: [`disk`], [`open`], then
//! the server here.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod disk;
mod open;

use disk::FileDisk;
use fsd_volume::{Kind, State, Volume};
use open::{Open, OpenFiles};
use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EBADF, EEXIST, EINVAL, EISDIR, ENOENT, ENOTDIR};
use redox_runtime::flag::{
    OPEN_APPEND, OPEN_CREATE, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_READ, OPEN_TRUNCATE, OPEN_WRITE,
};
use redox_runtime::scheme::{put_path, serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{argument, daemon, program, say, Result};

struct FileSystem {
    volume: Volume<FileDisk>,
    open: OpenFiles,
}

impl FileSystem {
    /// An open file that is no directory, if it may do that.
    fn file(&self, number: u64, right: u64) -> Result<&Open> {
        let open = self.open.get(number)?;
        match open.kind {
            Kind::Directory => Err(EISDIR),
            Kind::File if open.flags & right != right => Err(EBADF),
            Kind::File => Ok(open),
        }
    }

    /// The inode of that path, made if it is not there and may be.
    fn find_or_create(&mut self, path: &str, flags: u64) -> Result<u16> {
        match self.volume.find(path) {
            Ok(_) if flags & OPEN_CREATE != 0 && flags & OPEN_EXCLUSIVE != 0 => Err(EEXIST),
            Err(ENOENT) if flags & OPEN_CREATE != 0 => {
                let kind = if flags & OPEN_DIRECTORY != 0 { Kind::Directory } else { Kind::File };
                self.volume.create(path, kind)
            }
            found => found,
        }
    }

    /// Frees what has no name any more, when nobody has it open.
    fn tidy(&mut self, inode: u16) {
        if !self.open.uses(inode) {
            if let Err(error) = self.volume.release(inode) {
                say!("inode ", inode as u32, " not freed: ", error);
            }
        }
    }
}

impl SchemeServer for FileSystem {
    fn open(&mut self, path: &str, flags: u64, _caller: Caller) -> Result<Answer> {
        let inode = self.find_or_create(path, flags)?;
        let (kind, length) = self.volume.stat(inode)?;
        match kind {
            Kind::Directory if flags & (OPEN_WRITE | OPEN_TRUNCATE) != 0 => return Err(EISDIR),
            Kind::File if flags & OPEN_DIRECTORY != 0 => return Err(ENOTDIR),
            _ => {}
        }
        let number = self.open.add(Open::new(inode, kind, flags, path)?)?;
        if flags & OPEN_TRUNCATE != 0 && flags & OPEN_WRITE != 0 && length > 0 {
            self.volume.truncate(inode, 0)?;
        }
        Ok(Answer::Now(number))
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, _flags: u64) -> Result<Answer> {
        let open = self.open.get(number)?;
        let count = match open.kind {
            Kind::Directory => self.volume.list(open.inode, offset, buffer)?,
            Kind::File => {
                let inode = self.file(number, OPEN_READ)?.inode;
                self.volume.read(inode, offset, buffer)?
            }
        };
        Ok(Answer::Now(count as u64))
    }

    fn write(&mut self, number: u64, buffer: &[u8], offset: u64, _flags: u64) -> Result<Answer> {
        let open = self.file(number, OPEN_WRITE)?;
        let (inode, is_appending) = (open.inode, open.flags & OPEN_APPEND != 0);
        let offset = if is_appending { self.volume.stat(inode)?.1 } else { offset };
        self.volume.write(inode, offset, buffer).map(|count| Answer::Now(count as u64))
    }

    fn close(&mut self, number: u64) {
        if let Some(open) = self.open.remove(number).filter(|open| open.is_unlinked) {
            self.tidy(open.inode);
        }
    }

    fn fsize(&mut self, number: u64) -> Result<u64> {
        let inode = self.file(number, 0)?.inode;
        self.volume.stat(inode).map(|(_, length)| length)
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        let inode = self.open.get(number)?.inode;
        let (kind, bytes) = self.volume.stat(inode)?;
        let mode = if kind == Kind::Directory { Stat::DIRECTORY } else { Stat::FILE };
        Ok(Stat { mode, bytes })
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        Ok(put_path(buffer, self.open.get(number)?.path()))
    }

    /// Everything is on the disk already.
    fn fsync(&mut self, number: u64) -> Result<()> {
        self.open.get(number).map(drop)
    }

    fn ftruncate(&mut self, number: u64, bytes: u64) -> Result<()> {
        let inode = self.file(number, OPEN_WRITE)?.inode;
        self.volume.truncate(inode, bytes)
    }

    fn unlink(&mut self, path: &str, _caller: Caller) -> Result<()> {
        let inode = self.volume.unlink(path)?;
        self.open.mark_unlinked(inode);
        self.tidy(inode);
        Ok(())
    }
}

/// Opens the file system of a disk; makes one, if the disk is empty.
fn mount(path: &str) -> Result<Volume<FileDisk>> {
    let mut disk = FileDisk::open(path)?;
    match Volume::state(&mut disk)? {
        State::Formatted => {}
        State::Empty => {
            Volume::format(&mut disk)?;
            say!(path, " was empty and is formatted");
        }
        State::Foreign => {
            say!(path, " has something else on it");
            return Err(EINVAL);
        }
    }
    let (volume, left) = Volume::mount(disk)?;
    if left.inodes + left.blocks > 0 {
        say!("freed ", left.inodes, " inodes and ", left.blocks, " blocks that an interrupted change had left");
    }
    say!(path, " is mounted, ", volume.free(), " blocks are free");
    Ok(volume)
}

program!(main);

fn main() -> Result<()> {
    let mut arguments = argument::arguments();
    let (Some(disk), Some(name), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        say!("usage: fsd DISK SCHEME");
        return Err(EINVAL);
    };
    let volume = mount(disk)?;
    let socket = Socket::create(name)?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut FileSystem { volume, open: OpenFiles::default() }))
}
