//! The scheme `initfs`: files that can be read and mapped, and folders whose names can be read, a line each.

use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EACCES, EBADF, EINVAL, EISDIR, ENOENT, ENOTDIR, ESPIPE};
use redox_runtime::flag::{MAP_SHARED, OPEN_CREATE, OPEN_DIRECTORY, OPEN_TRUNCATE, OPEN_WRITE, PAGE, PROTECT_WRITE};
use redox_runtime::scheme::{listing, put_path, Answer, Caller, SchemeServer};
use redox_runtime::Result;

use crate::archive::Archive;

/// The name of the scheme.
pub const NAME: &str = "initfs";

/// Flags that only make sense where something can change.
const CHANGING: u64 = OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE;
/// Numbers of open folders have this bit, the index of the first file in them, and the length of their name.
const FOLDER: u64 = 1 << 32;
const LENGTH_BITS: u64 = 8;

/// What an open file's number stands for.
enum Opened {
    File(usize),
    Folder(&'static str),
}

/// The server. It keeps no state: a number says it all.
pub struct InitFs {
    archive: Archive,
}

impl InitFs {
    pub fn new(archive: Archive) -> Self {
        InitFs { archive }
    }

    fn opened(&self, number: u64) -> Result<Opened> {
        let index = if number & FOLDER != 0 { (number & !FOLDER) >> LENGTH_BITS } else { number } as usize;
        if index >= self.archive.count() {
            return Err(EBADF);
        }
        if number & FOLDER == 0 {
            return Ok(Opened::File(index));
        }
        let length = (number & ((1 << LENGTH_BITS) - 1)) as usize;
        Ok(Opened::Folder(self.archive.name(index).get(..length).unwrap_or("")))
    }
}

impl SchemeServer for InitFs {
    fn open(&mut self, path: &str, flags: u64, _caller: Caller) -> Result<Answer> {
        let path = path.trim_matches('/');
        if flags & CHANGING != 0 {
            return Err(EACCES);
        }
        if let Some(index) = self.archive.names().position(|name| name == path) {
            return if flags & OPEN_DIRECTORY != 0 { Err(ENOTDIR) } else { Ok(Answer::Now(index as u64)) };
        }
        let first = self.archive.names().position(|name| listing::below(name, path).is_some()).ok_or(ENOENT)?;
        Ok(Answer::Now(FOLDER | (first as u64) << LENGTH_BITS | path.len() as u64))
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, _flags: u64) -> Result<Answer> {
        let count = match self.opened(number)? {
            Opened::File(index) => {
                let rest = self.archive.content(index).get(offset as usize..).unwrap_or(&[]);
                for (target, source) in buffer.iter_mut().zip(rest) {
                    *target = *source;
                }
                buffer.len().min(rest.len()) as u64
            }
            Opened::Folder(folder) => listing::read(self.archive.names(), folder, buffer, offset),
        };
        Ok(Answer::Now(count))
    }

    fn fsize(&mut self, number: u64) -> Result<u64> {
        match self.opened(number)? {
            Opened::File(index) => Ok(self.archive.content(index).len() as u64),
            Opened::Folder(_) => Err(ESPIPE),
        }
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        match self.opened(number)? {
            Opened::File(index) => Ok(Stat { mode: Stat::FILE, bytes: self.archive.content(index).len() as u64 }),
            Opened::Folder(_) => Ok(Stat { mode: Stat::DIRECTORY, bytes: 0 }),
        }
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        match self.opened(number)? {
            Opened::File(index) => Ok(put_path(buffer, self.archive.name(index))),
            Opened::Folder(folder) => Ok(put_path(buffer, folder)),
        }
    }

    fn mmap_prepare(&mut self, number: u64, offset: u64, bytes: u64, flags: u64) -> Result<u64> {
        let Opened::File(index) = self.opened(number)? else {
            return Err(EISDIR);
        };
        if flags & MAP_SHARED != 0 && flags & PROTECT_WRITE != 0 {
            return Err(EACCES);
        }
        let content = self.archive.content(index);
        let end = offset.checked_add(bytes).ok_or(EINVAL)?;
        if end > (content.len() as u64).next_multiple_of(PAGE) {
            return Err(EINVAL);
        }
        Ok(content.as_ptr() as u64 + offset)
    }
}
