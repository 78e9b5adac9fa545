//! Records that programs and the kernel read and write in memory.

/// A length of time, or a time since the start.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct TimeSpec {
    pub seconds: u64,
    pub nanoseconds: u64,
}

/// One readiness of a file descriptor: written to an event queue to ask for it, read from it when it is so.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Event {
    /// The file descriptor.
    pub id: u64,
    /// [`crate::flag::EVENT_READ`], [`crate::flag::EVENT_WRITE`]; 0 asks for no more.
    pub flags: u64,
    /// Whatever the asking program wants to be told.
    pub data: u64,
}

/// What to map: the operand of `fmap`.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Map {
    /// Where in the file; a multiple of a page.
    pub offset: u64,
    /// How many bytes.
    pub bytes: u64,
    /// `MAP_` and `PROTECT_` flags.
    pub flags: u64,
    /// Where in the address space, or 0 for anywhere.
    pub address: u64,
}

/// What `fstat` tells.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Stat {
    /// [`Stat::FILE`], [`Stat::DIRECTORY`] or [`Stat::DEVICE`].
    pub mode: u64,
    /// The length in bytes.
    pub bytes: u64,
}

impl Stat {
    pub const FILE: u64 = 0x8000;
    pub const DIRECTORY: u64 = 0x4000;
    pub const DEVICE: u64 = 0x2000;
}
