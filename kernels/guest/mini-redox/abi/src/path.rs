//! Paths of the kernel's schemes, where a program asks for more than a name says.

/// What is written there comes out of the serial port at once.
pub const DEBUG: &str = "/scheme/debug";
/// A new event queue.
pub const EVENT: &str = "/scheme/event";
/// The reading end of a new pipe; `dup` of it with the name [`PIPE_WRITE`] gives the writing end.
pub const PIPE: &str = "/scheme/pipe";
/// See [`PIPE`].
pub const PIPE_WRITE: &str = "write";
/// `fmap` of it gives zeroed memory.
pub const MEMORY: &str = "/scheme/memory";
/// `fmap` of it gives the memory of a device: the offset is the physical address.
pub const MEMORY_PHYSICAL: &str = "/scheme/memory/physical";
/// All contexts as text: a line of names, then a line each.
pub const SYS_CONTEXT: &str = "/scheme/sys/context";
/// All schemes as text: a line of names, then a line each: its number, the pid of its server, and last its name.
pub const SYS_SCHEME: &str = "/scheme/sys/scheme";
/// Writing [`SHUTDOWN`] there ends the machine, with an exit code if a number follows; for uid 0 only.
pub const SYS_EXIT: &str = "/scheme/sys/exit";
/// See [`SYS_EXIT`].
pub const SHUTDOWN: &str = "shutdown";
