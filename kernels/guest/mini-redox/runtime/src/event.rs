//! Event queues: the one place where a driver or a server of many waits.

use redox_abi::error::Result;
use redox_abi::path;
use redox_abi::record::Event;

use crate::file::File;

/// A queue of this process.
pub struct Queue {
    file: File,
}

impl Queue {
    pub fn new() -> Result<Self> {
        File::writing(path::EVENT).map(|file| Queue { file })
    }

    /// Asks to be told, with `data`, when the file is ready: `EVENT_READ`, `EVENT_WRITE`, or 0 for no more.
    pub fn watch(&self, file: &File, flags: u64, data: u64) -> Result<()> {
        self.file.write_record(Event { id: file.descriptor(), flags, data }).map(drop)
    }

    /// Waits until something is ready.
    pub fn next(&self) -> Result<Event> {
        self.file.read_record()
    }
}
