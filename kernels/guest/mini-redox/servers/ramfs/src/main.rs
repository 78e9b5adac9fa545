//! A file system in memory, filled at its start with the files below `ramfs/` in the archive.
//!
//! Names such as `notes/one` are files; what stands before a slash is a folder, which needs not be made. A file lies in
//! pages of its own that follow each other, so that it can be mapped. Reading order: [`store`], [`open`], then the
//! server here. Arguments: the name of the scheme, if it is not `ramfs`.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod fill;
mod open;
mod store;

use open::{Open, OpenFiles, What};
use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EACCES, EBADF, EEXIST, EINVAL, EISDIR, ENOENT, ENOTDIR};
use redox_runtime::flag::{
    OPEN_APPEND, OPEN_CREATE, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_READ, OPEN_TRUNCATE, OPEN_WRITE, PAGE,
};
use redox_runtime::scheme::{listing, put_path, serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{argument, daemon, program, say, Result};
use store::{Name, Store};

const NAME: &str = "ramfs";

struct RamFs {
    store: Store,
    open: OpenFiles,
}

impl RamFs {
    /// The index of an open file that is no folder, if it may do that.
    fn file(&self, number: u64, right: u64) -> Result<(usize, u64)> {
        let open = self.open.get(number)?;
        match open.what {
            What::File(_) if open.flags & right != right => Err(EBADF),
            What::File(index) => Ok((index, open.flags)),
            What::Folder(_) => Err(EISDIR),
        }
    }

    /// The file of that path, made if it is not there and may be.
    fn find_or_create(&mut self, path: &str, flags: u64) -> Result<usize> {
        match self.store.find(path) {
            Some(_) if flags & OPEN_CREATE != 0 && flags & OPEN_EXCLUSIVE != 0 => Err(EEXIST),
            Some(index) => Ok(index),
            None if flags & OPEN_CREATE != 0 => self.store.create(path),
            None => Err(ENOENT),
        }
    }

    /// Frees a file that has no name any more and that nobody uses.
    fn tidy(&mut self, index: usize) {
        if !self.open.uses(index) {
            self.store.free_if_unlinked(index);
        }
    }
}

impl SchemeServer for RamFs {
    fn open(&mut self, path: &str, flags: u64, _caller: Caller) -> Result<Answer> {
        let path = path.trim_matches('/');
        let is_file = self.store.find(path).is_some();
        let is_folder = !is_file
            && (path.is_empty() || self.store.names().any(|name| listing::below(name, path).is_some()));
        if is_folder {
            let is_changing = flags & (OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE) != 0;
            let what = What::Folder(Name::of(path)?);
            return if is_changing { Err(EISDIR) } else { self.open.add(Open { what, flags }).map(Answer::Now) };
        }
        if flags & OPEN_DIRECTORY != 0 {
            return Err(if is_file { ENOTDIR } else { ENOENT });
        }
        let index = self.find_or_create(path, flags)?;
        if flags & OPEN_TRUNCATE != 0 && flags & OPEN_WRITE != 0 {
            self.store.truncate(index, 0)?;
        }
        self.open.add(Open { what: What::File(index), flags }).map(Answer::Now)
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, _flags: u64) -> Result<Answer> {
        if let What::Folder(folder) = self.open.get(number)?.what {
            return Ok(Answer::Now(listing::read(self.store.names(), folder.text(), buffer, offset)));
        }
        let (index, _) = self.file(number, OPEN_READ)?;
        Ok(Answer::Now(self.store.read(index, buffer, offset)))
    }

    fn write(&mut self, number: u64, buffer: &[u8], offset: u64, _flags: u64) -> Result<Answer> {
        let (index, flags) = self.file(number, OPEN_WRITE)?;
        let offset = if flags & OPEN_APPEND != 0 { self.store.length(index) } else { offset };
        self.store.write(index, buffer, offset).map(Answer::Now)
    }

    fn close(&mut self, number: u64) {
        if let Some(What::File(index)) = self.open.close(number) {
            self.tidy(index);
        }
    }

    fn fsize(&mut self, number: u64) -> Result<u64> {
        let (index, _) = self.file(number, 0)?;
        Ok(self.store.length(index))
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        match self.open.get(number)?.what {
            What::File(index) => Ok(Stat { mode: Stat::FILE, bytes: self.store.length(index) }),
            What::Folder(_) => Ok(Stat { mode: Stat::DIRECTORY, bytes: 0 }),
        }
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        match self.open.get(number)?.what {
            What::File(index) => Ok(put_path(buffer, self.store.name(index))),
            What::Folder(folder) => Ok(put_path(buffer, folder.text())),
        }
    }

    fn ftruncate(&mut self, number: u64, bytes: u64) -> Result<()> {
        let (index, _) = self.file(number, OPEN_WRITE)?;
        self.store.truncate(index, bytes)
    }

    fn mmap_prepare(&mut self, number: u64, offset: u64, bytes: u64, flags: u64) -> Result<u64> {
        let (index, rights) = self.file(number, OPEN_READ)?;
        let is_changing = flags & redox_runtime::flag::MAP_SHARED != 0
            && flags & redox_runtime::flag::PROTECT_WRITE != 0;
        if is_changing && rights & OPEN_WRITE == 0 {
            return Err(EACCES);
        }
        let address = self.store.address(index, offset, bytes)?;
        self.open.map(number, bytes.div_ceil(PAGE));
        Ok(address)
    }

    fn munmap(&mut self, number: u64, _offset: u64, bytes: u64) {
        if let Some(What::File(index)) = self.open.unmap(number, bytes.div_ceil(PAGE)) {
            self.tidy(index);
        }
    }

    fn unlink(&mut self, path: &str, _caller: Caller) -> Result<()> {
        let index = self.store.find(path.trim_matches('/')).ok_or(ENOENT)?;
        self.store.unlink(index);
        self.tidy(index);
        Ok(())
    }
}

program!(main);

fn main() -> Result<()> {
    let name = argument::arguments().next().unwrap_or(NAME);
    if name.contains('/') {
        return Err(EINVAL);
    }
    let mut store = Store::new()?;
    match fill::from_archive(&mut store) {
        Ok(count) => say!("filled with ", count, " files"),
        Err(error) => say!("not filled: ", error),
    }
    let socket = Socket::create(name)?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut RamFs { store, open: OpenFiles::default() }))
}
