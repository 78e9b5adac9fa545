//! Schemes: named servers of files, in the kernel or outside.

pub mod proc;

use redox_abi::error::{Result, EBADF, EOPNOTSUPP};
use redox_abi::record::Stat;

use crate::context::table::ContextId;
use crate::memory::user::UserSlice;

/// Who calls.
#[derive(Clone, Copy)]
pub struct Caller {
    pub pid: u32,
    pub uid: u32,
    pub gid: u32,
}

/// What a scheme gives for an opened file.
pub enum Opened {
    /// A file of this scheme, by the number that the scheme gave it.
    Own(u64),
    /// A description that exists already: the place in the table.
    Other(usize),
}

/// What every scheme can be asked. Numbers of files are the scheme's own. The kernel's state is not in use when these are
/// called, and any of them may block.
pub trait Scheme {
    /// Opens a path, without the scheme's name.
    fn open(&self, path: &[u8], flags: u64, caller: Caller) -> Result<Opened>;

    /// Another file below an open one.
    fn dup(&self, _file: u64, _name: &[u8], _caller: Caller) -> Result<Opened> {
        Err(EOPNOTSUPP)
    }

    fn read(&self, _file: u64, _buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        Err(EBADF)
    }

    fn write(&self, _file: u64, _buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        Err(EBADF)
    }

    /// The last description of a file is gone.
    fn close(&self, _file: u64) {}

    /// The length of a file, for SEEK_END.
    fn size(&self, _file: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// Somebody wants events; gives those flags that are so already.
    fn event(&self, _file: u64, _flags: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// The path of an open file, without the scheme's name.
    fn path(&self, _file: u64, _buffer: UserSlice) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn stat(&self, _file: u64) -> Result<Stat> {
        Err(EOPNOTSUPP)
    }

    fn sync(&self, _file: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn truncate(&self, _file: u64, _bytes: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// Maps part of a file into the current context's address space; gives the address.
    fn map(&self, _file: u64, _map: &redox_abi::record::Map) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn unlink(&self, _path: &[u8], _caller: Caller) -> Result<u64> {
        Err(EOPNOTSUPP)
    }
}

/// Tables of everything that has to do with schemes.
#[repr(C)]
pub struct Schemes {
    unused: u64,
}

impl Schemes {
    pub const fn new() -> Self {
        Schemes { unused: 0 }
    }
}

/// Closes the current context's files, one by one.
pub fn close_all_files() {}

/// Tells those who watch a context that it has ended.
pub fn context_ended(_id: ContextId) {}
