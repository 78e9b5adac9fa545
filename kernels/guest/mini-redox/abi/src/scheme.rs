//! Messages between the kernel and the servers of schemes: a 64-byte request, a 16-byte answer.
//!
//! A server opens `:name` with `OPEN_CREATE | OPEN_SYNC`; what it reads from that socket are [`Sqe`]s, what it writes to it
//! are [`Cqe`]s. A tag ties an answer to its request. Opcode numbers are those of Redox.

/// The request flag of messages that want no answer.
pub const ONE_WAY: u8 = 1;

/// Submission queue entry: what a client wants of a scheme.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Sqe {
    /// What to do: one of the numbers of [`opcode`].
    pub opcode: u8,
    /// [`ONE_WAY`] or 0.
    pub flags: u8,
    pub reserved: u16,
    /// Comes back in the answer.
    pub tag: u32,
    /// By opcode; the last of a call has uid and gid: uid in the low half.
    pub args: [u64; 6],
    /// The pid of the client.
    pub caller: u64,
}

/// Completion queue entry: a server's answer.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Cqe {
    /// The low three bits are one of the numbers of [`answer`].
    pub flags: u8,
    pub extra: [u8; 3],
    pub tag: u32,
    /// As a system call leaves it in `rax`.
    pub result: u64,
}

/// Opcodes of requests. Arguments: `n` is the number that the server gave to the open file.
pub mod opcode {
    /// path address, path length, flags. The answer's result is the number of the new open file.
    pub const OPEN: u8 = 0;
    /// path address, path length.
    pub const UNLINK: u8 = 2;
    /// n. One way: the last descriptor of it is closed.
    pub const CLOSE: u8 = 3;
    /// n, name address, name length. The result is the number of a new open file.
    pub const DUP: u8 = 4;
    /// n, buffer address, length, offset, flags. The result is how many bytes were put there.
    pub const READ: u8 = 5;
    /// n, buffer address, length, offset, flags. The result is how many bytes were taken.
    pub const WRITE: u8 = 6;
    /// n. The result is the length of the file in bytes.
    pub const FSIZE: u8 = 7;
    /// n, flags. The result says which of them are so already.
    pub const FEVENT: u8 = 11;
    /// n, buffer address, length. The server puts the path below its scheme there; the kernel puts `/scheme/NAME/` before it.
    pub const FPATH: u8 = 13;
    /// n, address of a `Stat`, length.
    pub const FSTAT: u8 = 15;
    /// n.
    pub const FSYNC: u8 = 17;
    /// n, bytes.
    pub const FTRUNCATE: u8 = 18;
    /// n, offset, bytes, flags. The result is the address, in the server, of the pages to map.
    pub const MMAP_PREPARE: u8 = 20;
    /// n, offset, bytes, flags. One way: somebody unmapped those pages.
    pub const MUNMAP: u8 = 23;
    /// One way: the client of that tag no longer wants the answer; answer it with ECANCELED if it has none yet.
    pub const CANCEL: u8 = 25;
}

/// Kinds of answers, and the one message that a server sends unasked.
pub mod answer {
    /// The result is the client's.
    pub const REGULAR: u8 = 0;
    /// The result is a file descriptor of the server's, which the client gets a copy of.
    pub const WITH_FD: u8 = 1;
    /// Not an answer: the open file whose number is in the result is ready; the tag has the event flags.
    pub const SEND_EVENT: u8 = 2;
}
