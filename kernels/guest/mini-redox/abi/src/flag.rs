//! Flags of system calls.

/// A page of memory in bytes; also the longest path.
pub const PAGE: u64 = 4096;
/// The first address that no program can use.
pub const USER_END: u64 = 256 << 39;

pub const OPEN_READ: u64 = 0x0001_0000;
pub const OPEN_WRITE: u64 = 0x0002_0000;
pub const OPEN_NONBLOCK: u64 = 0x0004_0000;
pub const OPEN_APPEND: u64 = 0x0008_0000;
/// For a scheme socket: its messages are `Sqe` and `Cqe`, the only protocol here.
pub const OPEN_SYNC: u64 = 0x0080_0000;
pub const OPEN_CREATE: u64 = 0x0200_0000;
pub const OPEN_TRUNCATE: u64 = 0x0400_0000;
pub const OPEN_EXCLUSIVE: u64 = 0x0800_0000;
pub const OPEN_DIRECTORY: u64 = 0x1000_0000;

pub const SEEK_SET: u64 = 0;
pub const SEEK_CURRENT: u64 = 1;
pub const SEEK_END: u64 = 2;

pub const MAP_SHARED: u64 = 0x0001;
pub const MAP_PRIVATE: u64 = 0x0002;
pub const MAP_FIXED: u64 = 0x0004;
pub const MAP_FIXED_NOREPLACE: u64 = 0x000C;
/// Pages come at their first use.
pub const MAP_LAZY: u64 = 0x0010;
pub const PROTECT_EXECUTE: u64 = 0x0001_0000;
pub const PROTECT_WRITE: u64 = 0x0002_0000;
pub const PROTECT_READ: u64 = 0x0004_0000;

pub const EVENT_READ: u64 = 1;
pub const EVENT_WRITE: u64 = 2;

pub const FUTEX_WAIT: u64 = 0;
pub const FUTEX_WAKE: u64 = 1;

pub const CLOCK_REALTIME: u64 = 1;
pub const CLOCK_MONOTONIC: u64 = 4;

pub const SIGNAL_INTERRUPT: u64 = 2;
pub const SIGNAL_KILL: u64 = 9;

/// For `waitpid`: come back at once with 0 if no child has ended.
pub const WAIT_NOTHING: u64 = 1;
