//! The files: each has a name, a length, and an area of its own in memory that is mapped at its first use.

use core::sync::atomic::{AtomicU8, Ordering};

use redox_runtime::abi::path;
use redox_runtime::abi::record::Map;
use redox_runtime::error::{EINVAL, ENOENT, ENOSPC};
use redox_runtime::file::File;
use redox_runtime::flag::{MAP_LAZY, MAP_PRIVATE, PAGE, PROTECT_READ, PROTECT_WRITE};
use redox_runtime::memory::Mapping;
use redox_runtime::Result;

/// As many files as there can be.
pub const MOST_FILES: usize = 32;
/// The longest file.
pub const LONGEST_FILE: u64 = 16 * PAGE;
/// The longest name, with its folders.
pub const LONGEST_NAME: usize = 48;

/// The name of a file or a folder.
#[derive(Clone, Copy)]
pub struct Name {
    bytes: [u8; LONGEST_NAME],
    length: usize,
}

impl Name {
    pub fn of(text: &str) -> Result<Self> {
        let mut name = Name { bytes: [0; LONGEST_NAME], length: text.len() };
        name.bytes.get_mut(..text.len()).ok_or(EINVAL)?.copy_from_slice(text.as_bytes());
        Ok(name)
    }

    pub fn text(&self) -> &str {
        core::str::from_utf8(self.bytes.get(..self.length).unwrap_or(&[])).unwrap_or("")
    }
}

/// One file. Without a name it only lives on for those who have it open or mapped.
#[derive(Clone, Copy)]
struct Row {
    name: Option<Name>,
    length: u64,
}

/// All files.
pub struct Store {
    rows: [Option<Row>; MOST_FILES],
    memory: Mapping,
}

impl Store {
    pub fn new() -> Result<Self> {
        let bytes = MOST_FILES as u64 * LONGEST_FILE;
        let flags = MAP_PRIVATE | MAP_LAZY | PROTECT_READ | PROTECT_WRITE;
        let memory = Mapping::of(&File::writing(path::MEMORY)?, Map { offset: 0, bytes, flags, address: 0 })?;
        Ok(Store { rows: [None; MOST_FILES], memory })
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.rows.iter().flatten().filter_map(|row| row.name.as_ref()).map(Name::text)
    }

    pub fn find(&self, name: &str) -> Option<usize> {
        let is_it = |row: &Option<Row>| matches!(row, Some(Row { name: Some(known), .. }) if known.text() == name);
        self.rows.iter().position(is_it)
    }

    pub fn create(&mut self, name: &str) -> Result<usize> {
        if name.is_empty() {
            return Err(EINVAL);
        }
        let index = self.rows.iter().position(Option::is_none).ok_or(ENOSPC)?;
        self.rows[index] = Some(Row { name: Some(Name::of(name)?), length: 0 });
        Ok(index)
    }

    pub fn name(&self, index: usize) -> &str {
        self.row(index).and_then(|row| row.name.as_ref()).map_or("", Name::text)
    }

    pub fn length(&self, index: usize) -> u64 {
        self.row(index).map_or(0, |row| row.length)
    }

    pub fn read(&self, index: usize, buffer: &mut [u8], offset: u64) -> u64 {
        let count = (buffer.len() as u64).min(self.length(index).saturating_sub(offset));
        for (target, source) in buffer.iter_mut().zip(self.cells(index, offset, count)) {
            *target = source.load(Ordering::Relaxed);
        }
        count
    }

    pub fn write(&mut self, index: usize, buffer: &[u8], offset: u64) -> Result<u64> {
        let count = (buffer.len() as u64).min(LONGEST_FILE.saturating_sub(offset));
        if count == 0 && !buffer.is_empty() {
            return Err(ENOSPC);
        }
        for (target, source) in self.cells(index, offset, count).iter().zip(buffer) {
            target.store(*source, Ordering::Relaxed);
        }
        let row = self.row_mut(index)?;
        row.length = row.length.max(offset + count);
        Ok(count)
    }

    /// Cuts a file, or lengthens it with zeros. Behind its end an area is always zero.
    pub fn truncate(&mut self, index: usize, bytes: u64) -> Result<()> {
        if bytes > LONGEST_FILE {
            return Err(ENOSPC);
        }
        let length = self.length(index);
        for cell in self.cells(index, bytes, length.saturating_sub(bytes)) {
            cell.store(0, Ordering::Relaxed);
        }
        self.row_mut(index)?.length = bytes;
        Ok(())
    }

    /// The address of a part of a file, which somebody maps.
    pub fn address(&self, index: usize, offset: u64, bytes: u64) -> Result<u64> {
        let end = offset.checked_add(bytes).ok_or(EINVAL)?;
        if offset % PAGE != 0 || bytes == 0 || end > self.length(index).next_multiple_of(PAGE) {
            return Err(EINVAL);
        }
        Ok(self.memory.address() + index as u64 * LONGEST_FILE + offset)
    }

    /// Takes the name of a file away.
    pub fn unlink(&mut self, index: usize) {
        if let Ok(row) = self.row_mut(index) {
            row.name = None;
        }
    }

    /// Ends a file that nobody uses, if it has no name.
    pub fn free_if_unlinked(&mut self, index: usize) {
        if matches!(self.row(index), Some(Row { name: None, .. })) {
            let _ = self.truncate(index, 0);
            self.rows[index] = None;
        }
    }

    fn row(&self, index: usize) -> Option<&Row> {
        self.rows.get(index)?.as_ref()
    }

    fn row_mut(&mut self, index: usize) -> Result<&mut Row> {
        self.rows.get_mut(index).and_then(Option::as_mut).ok_or(ENOENT)
    }

    /// Cells of a file's area.
    fn cells(&self, index: usize, offset: u64, count: u64) -> &[AtomicU8] {
        let start = index as u64 * LONGEST_FILE + offset;
        self.memory.cells().get(start as usize..(start + count) as usize).unwrap_or(&[])
    }
}
