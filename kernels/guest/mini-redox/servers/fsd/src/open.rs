//! Which files are open, by the numbers that the kernel knows them by.

use fsd_volume::Kind;
use redox_runtime::error::{EBADF, EINVAL, EMFILE};
use redox_runtime::Result;

/// As many as can be open at once.
const MOST_OPEN: usize = 32;
/// The longest path of an open file.
const LONGEST_PATH: usize = 96;

/// One open file.
pub struct Open {
    pub inode: u16,
    pub kind: Kind,
    /// `OPEN_` flags.
    pub flags: u64,
    /// Whether its name has been taken away meanwhile.
    pub is_unlinked: bool,
    path: [u8; LONGEST_PATH],
    path_length: usize,
}

impl Open {
    pub fn new(inode: u16, kind: Kind, flags: u64, path: &str) -> Result<Self> {
        let path = path.trim_matches('/').as_bytes();
        let mut bytes = [0; LONGEST_PATH];
        bytes.get_mut(..path.len()).ok_or(EINVAL)?.copy_from_slice(path);
        Ok(Open { inode, kind, flags, is_unlinked: false, path: bytes, path_length: path.len() })
    }

    /// The path that it was opened by.
    pub fn path(&self) -> &str {
        core::str::from_utf8(self.path.get(..self.path_length).unwrap_or(&[])).unwrap_or("")
    }
}

/// All of them.
pub struct OpenFiles {
    rows: [Option<Open>; MOST_OPEN],
}

impl Default for OpenFiles {
    fn default() -> Self {
        OpenFiles { rows: [const { None }; MOST_OPEN] }
    }
}

impl OpenFiles {
    pub fn add(&mut self, open: Open) -> Result<u64> {
        let number = self.rows.iter().position(Option::is_none).ok_or(EMFILE)?;
        self.rows[number] = Some(open);
        Ok(number as u64)
    }

    pub fn get(&self, number: u64) -> Result<&Open> {
        self.rows.get(number as usize).and_then(Option::as_ref).ok_or(EBADF)
    }

    pub fn remove(&mut self, number: u64) -> Option<Open> {
        self.rows.get_mut(number as usize)?.take()
    }

    /// Whether somebody has that inode open.
    pub fn uses(&self, inode: u16) -> bool {
        self.rows.iter().flatten().any(|open| open.inode == inode)
    }

    /// Remembers that no name leads to an inode any more.
    pub fn mark_unlinked(&mut self, inode: u16) {
        for open in self.rows.iter_mut().flatten().filter(|open| open.inode == inode) {
            open.is_unlinked = true;
        }
    }
}
