//! Which files are open, by the numbers that the kernel knows them by.

use redox_runtime::error::{EBADF, EMFILE};
use redox_runtime::Result;

use crate::store::Name;

/// As many as can be open at once.
const MOST_OPEN: usize = 64;

/// What is open.
#[derive(Clone, Copy)]
pub enum What {
    /// The file of that index in the store.
    File(usize),
    /// A folder of that name.
    Folder(Name),
}

/// One open file.
#[derive(Clone, Copy)]
pub struct Open {
    pub what: What,
    /// `OPEN_` flags.
    pub flags: u64,
}

/// All of them.
pub struct OpenFiles {
    rows: [Option<Open>; MOST_OPEN],
}

impl Default for OpenFiles {
    fn default() -> Self {
        OpenFiles { rows: [None; MOST_OPEN] }
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

    /// Whether a file of the store is open.
    pub fn uses(&self, index: usize) -> bool {
        self.rows.iter().flatten().any(|open| matches!(open.what, What::File(this) if this == index))
    }
}
