//! How a process is made: files of the kernel scheme `proc`.
//!
//! `open("/scheme/proc/new-context")` gives a context that has not started, with an empty address space, no files and the
//! caller's namespace. `dup` of it with one of the names below gives a file by which a part of it is set up. `waitpid`
//! waits for its end; it may also be watched: an event queue says `EVENT_READ` when it has ended, and a read then gives
//! the status word.

/// The path that gives a new context.
pub const NEW_CONTEXT: &str = "/scheme/proc/new-context";
/// Below a context: write an [`AddressSpaceRequest`].
pub const ADDRESS_SPACE: &str = "addrspace";
/// Below a context: `lseek` to an address and write the bytes that go there.
pub const MEMORY: &str = "mem";
/// Below a context: write the [`Registers`] that it starts with.
pub const REGISTERS: &str = "regs";
/// Below a context: write pairs of words, own descriptor and its descriptor.
pub const FILES: &str = "filetable";
/// Below a context: read its pid, one word.
pub const PID: &str = "pid";
/// Below a context: write its name.
pub const NAME: &str = "name";
/// Below a context: write two words, uid and gid.
pub const IDENTITY: &str = "identity";
/// Below a context: write one word, its effective namespace.
pub const NAMESPACE: &str = "namespace";
/// Below a context: write anything, and it becomes runnable.
pub const START: &str = "start";

/// Maps fresh zeroed memory into the new address space.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct AddressSpaceRequest {
    pub address: u64,
    pub bytes: u64,
    /// `PROTECT_` and `MAP_LAZY` flags.
    pub flags: u64,
}

/// What a new context starts with; all other registers are 0.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Registers {
    pub rip: u64,
    pub rsp: u64,
    pub rdi: u64,
    pub rsi: u64,
}

/// The status word of `waitpid`: bits 15:8 the exit status; bits 7:0 are 0 for an exit, `0x80 | vector` after an
/// exception, the signal after a kill.
pub fn exited(status: u64) -> u64 {
    (status & 0xFF) << 8
}

/// The status word after an exception.
pub fn excepted(vector: u64) -> u64 {
    0x80 | vector & 0x1F
}
