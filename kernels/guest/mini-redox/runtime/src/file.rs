//! An open file, closed when it goes out of use.

use redox_abi::error::{Result, EIO};
use redox_abi::flag::{OPEN_READ, OPEN_WRITE, SEEK_SET};
use redox_abi::record::Stat;

use crate::call;
use crate::record::Record;

/// An open file of this process.
pub struct File {
    descriptor: u64,
}

impl File {
    /// Opens with `OPEN_` flags.
    pub fn open(path: &str, flags: u64) -> Result<Self> {
        call::open(path.as_bytes(), flags).map(Self::of)
    }

    /// Opens for reading.
    pub fn reading(path: &str) -> Result<Self> {
        Self::open(path, OPEN_READ)
    }

    /// Opens for reading and writing.
    pub fn writing(path: &str) -> Result<Self> {
        Self::open(path, OPEN_READ | OPEN_WRITE)
    }

    /// Takes over a descriptor.
    pub fn of(descriptor: u64) -> Self {
        File { descriptor }
    }

    /// The number by which the kernel knows it.
    pub fn descriptor(&self) -> u64 {
        self.descriptor
    }

    /// Gives the descriptor away, open.
    pub fn into_descriptor(self) -> u64 {
        core::mem::ManuallyDrop::new(self).descriptor
    }

    /// What the scheme gives for that name below it; with an empty name, the same file once more.
    pub fn dup(&self, name: &str) -> Result<File> {
        call::dup(self.descriptor, name.as_bytes()).map(File::of)
    }

    pub fn read(&self, buffer: &mut [u8]) -> Result<usize> {
        call::read(self.descriptor, buffer)
    }

    pub fn write(&self, bytes: &[u8]) -> Result<usize> {
        call::write(self.descriptor, bytes)
    }

    /// Writes all of it.
    pub fn write_all(&self, bytes: &[u8]) -> Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            match self.write(rest)? {
                0 => return Err(EIO),
                count => rest = rest.get(count..).unwrap_or(&[]),
            }
        }
        Ok(())
    }

    /// Reads one whole record, or says that it is not there.
    pub fn read_record<T: Record>(&self) -> Result<T> {
        let mut record = T::default();
        match self.read(record.as_bytes_mut())? {
            count if count == size_of::<T>() => Ok(record),
            _ => Err(EIO),
        }
    }

    /// Writes a record at once.
    pub fn write_record<T: Record>(&self, record: T) -> Result<usize> {
        self.write(record.as_bytes())
    }

    /// Where the next read or write goes.
    pub fn seek(&self, offset: u64) -> Result<()> {
        call::lseek(self.descriptor, offset as i64, SEEK_SET).map(drop)
    }

    pub fn stat(&self) -> Result<Stat> {
        call::fstat(self.descriptor)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = call::close(self.descriptor);
    }
}
