//! The files of the archive, as kernels/guest/tools/initfs.py lays them out.
//!
//! The table of files comes first: a word with their count, then 64 bytes each: a name of up to 48 bytes, filled up with
//! zeros; where the content begins, from the start of the table, at the start of a page; and its length.

const ENTRY_BYTES: usize = 64;
const NAME_BYTES: usize = 48;
const FIRST_ENTRY: usize = 64;

/// The part of the archive behind bootstrap itself.
pub struct Archive {
    bytes: &'static [u8],
}

impl Archive {
    /// Takes the bytes from the table on.
    pub fn of(bytes: &'static [u8]) -> Self {
        Archive { bytes }
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        word(self.bytes, 0)
    }

    /// Their names, in order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone + '_ {
        (0..self.count()).map(|index| self.name(index))
    }

    /// The name of a file, with folders: `bin/init`.
    pub fn name(&self, index: usize) -> &'static str {
        let name = self.entry(index).get(..NAME_BYTES).unwrap_or(&[]);
        let length = name.iter().position(|byte| *byte == 0).unwrap_or(name.len());
        core::str::from_utf8(name.get(..length).unwrap_or(&[])).unwrap_or("")
    }

    /// The bytes of a file.
    pub fn content(&self, index: usize) -> &'static [u8] {
        let entry = self.entry(index);
        let (start, length) = (word(entry, NAME_BYTES), word(entry, NAME_BYTES + 8));
        self.bytes.get(start..).and_then(|rest| rest.get(..length)).unwrap_or(&[])
    }

    fn entry(&self, index: usize) -> &'static [u8] {
        let start = FIRST_ENTRY + index * ENTRY_BYTES;
        self.bytes.get(start..start + ENTRY_BYTES).unwrap_or(&[])
    }
}

fn word(bytes: &[u8], offset: usize) -> usize {
    let word = bytes.get(offset..offset + 8).and_then(|word| word.try_into().ok());
    u64::from_le_bytes(word.unwrap_or([0; 8])) as usize
}
