//! Which files are open, by the numbers that the kernel knows them by.
//!
//! What is mapped stays mapped when it is closed: the kernel tells of the end of a mapping by the same number, also behind
//! the close. So a number is not given again as long as pages are mapped by it.

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

/// What a number stands for.
#[derive(Clone, Copy)]
struct Row {
    open: Open,
    is_closed: bool,
    /// How many pages clients have mapped by it.
    pages: u64,
}

impl Row {
    fn is_over(&self) -> bool {
        self.is_closed && self.pages == 0
    }
}

/// All of them.
pub struct OpenFiles {
    rows: [Option<Row>; MOST_OPEN],
}

impl Default for OpenFiles {
    fn default() -> Self {
        OpenFiles { rows: [None; MOST_OPEN] }
    }
}

impl OpenFiles {
    pub fn add(&mut self, open: Open) -> Result<u64> {
        let number = self.rows.iter().position(Option::is_none).ok_or(EMFILE)?;
        self.rows[number] = Some(Row { open, is_closed: false, pages: 0 });
        Ok(number as u64)
    }

    /// What is open by that number.
    pub fn get(&self, number: u64) -> Result<&Open> {
        let row = self.rows.get(number as usize).and_then(Option::as_ref);
        row.filter(|row| !row.is_closed).map(|row| &row.open).ok_or(EBADF)
    }

    /// Somebody has mapped so many pages.
    pub fn map(&mut self, number: u64, pages: u64) {
        if let Some(row) = self.rows.get_mut(number as usize).and_then(Option::as_mut) {
            row.pages += pages;
        }
    }

    /// So many pages are not mapped any more; what they were of.
    pub fn unmap(&mut self, number: u64, pages: u64) -> Option<What> {
        self.change(number, |row| row.pages = row.pages.saturating_sub(pages))
    }

    /// The last descriptor is gone; what it was of.
    pub fn close(&mut self, number: u64) -> Option<What> {
        self.change(number, |row| row.is_closed = true)
    }

    fn change(&mut self, number: u64, change: impl FnOnce(&mut Row)) -> Option<What> {
        let place = self.rows.get_mut(number as usize)?;
        let row = place.as_mut()?;
        change(row);
        let what = row.open.what;
        if row.is_over() {
            *place = None;
        }
        Some(what)
    }

    /// Whether a file of the store is open or mapped.
    pub fn uses(&self, index: usize) -> bool {
        self.rows.iter().flatten().any(|row| matches!(row.open.what, What::File(this) if this == index))
    }
}
