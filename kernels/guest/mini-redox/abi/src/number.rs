//! Numbers of system calls: a class, what the second argument is, whether a file descriptor comes back, a small number.
//!
//! The number is passed in `rax`, the arguments in `rdi`, `rsi`, `rdx`, `r10`, `r8`, `r9`; the result comes in `rax`, and
//! `rcx` and `r11` are lost, as SYSCALL has it. A failure is minus the number of the error.

/// The first argument is a path: its address and length take the first two arguments.
pub const CLASS_PATH: u64 = 0x1000_0000;
/// The first argument is a file descriptor.
pub const CLASS_FILE: u64 = 0x2000_0000;
/// The arguments after it are an address and a length that the kernel or the scheme reads.
pub const ARGUMENT_SLICE: u64 = 0x0100_0000;
/// The arguments after it are an address and a length that the kernel or the scheme writes.
pub const ARGUMENT_SLICE_MUT: u64 = 0x0200_0000;
/// The arguments after it are the address and length of a path.
pub const ARGUMENT_PATH: u64 = 0x0300_0000;
/// The result is a file descriptor.
pub const RETURNS_FD: u64 = 0x0010_0000;

/// `exit(status)`: ends the process. Does not return.
pub const EXIT: u64 = 1;
/// `waitpid(pid, address of a status word or 0, flags)`: the pid of a child that ended, its status in the word.
pub const WAITPID: u64 = 7;
/// `getpid()`.
pub const GETPID: u64 = 20;
/// `kill(pid, signal)`: [`crate::flag::SIGNAL_KILL`] ends it; [`crate::flag::SIGNAL_INTERRUPT`] cancels the call that it waits in.
pub const KILL: u64 = 37;
/// `iopl(level)`: port rights, 0 or 3; for uid 0 only.
pub const IOPL: u64 = 110;
/// `mprotect(address, bytes, protection)`.
pub const MPROTECT: u64 = 125;
/// `yield()`: lets the next context run.
pub const YIELD: u64 = 158;
/// `nanosleep(address of a TimeSpec, address for what is left or 0)`.
pub const NANOSLEEP: u64 = 162;
/// `futex(address, operation, value)`: waits if the 32-bit word still has that value, or wakes that many.
pub const FUTEX: u64 = 240;
/// `clock_gettime(clock, address of a TimeSpec)`.
pub const CLOCK_GETTIME: u64 = 265;
/// `setrens(root namespace, effective namespace)`: moves the caller into namespaces; 0 is the null namespace.
pub const SETRENS: u64 = 952;
/// `mkns(address of [address, length] pairs, how many)`: a new namespace with those names of the caller's.
pub const MKNS: u64 = 984;

/// `unlink(path, length)`.
pub const UNLINK: u64 = CLASS_PATH | 10;
/// `open(path, length, flags)`.
pub const OPEN: u64 = CLASS_PATH | RETURNS_FD | 5;

/// `close(fd)`.
pub const CLOSE: u64 = CLASS_FILE | 6;
/// `lseek(fd, offset, whence)`.
pub const LSEEK: u64 = CLASS_FILE | 19;
/// `funmap(address, bytes)`.
pub const FUNMAP: u64 = CLASS_FILE | 92;
/// `ftruncate(fd, bytes)`.
pub const FTRUNCATE: u64 = CLASS_FILE | 93;
/// `fsync(fd)`.
pub const FSYNC: u64 = CLASS_FILE | 118;
/// `fevent(fd, flags)`: used by the event scheme; a program writes to an event queue instead.
pub const FEVENT: u64 = CLASS_FILE | 927;

/// `read(fd, buffer, length)`.
pub const READ: u64 = CLASS_FILE | ARGUMENT_SLICE_MUT | 3;
/// `write(fd, buffer, length)`.
pub const WRITE: u64 = CLASS_FILE | ARGUMENT_SLICE | 4;
/// `fstat(fd, address of a Stat, length)`.
pub const FSTAT: u64 = CLASS_FILE | ARGUMENT_SLICE_MUT | 28;
/// `dup(fd, name, length)`: another descriptor; a name asks the scheme for something else below it.
pub const DUP: u64 = CLASS_FILE | ARGUMENT_SLICE | RETURNS_FD | 41;
/// `dup2(fd, new fd, name, length)`.
pub const DUP2: u64 = CLASS_FILE | RETURNS_FD | 63;
/// `fmap(fd, address of a Map, length)`: maps a file, or fresh memory where fd is of the memory scheme.
pub const FMAP: u64 = CLASS_FILE | ARGUMENT_SLICE | 900;
/// `fpath(fd, buffer, length)`: the path that it was opened by.
pub const FPATH: u64 = CLASS_FILE | ARGUMENT_SLICE_MUT | 928;
