//! Schemes: named servers of files, in the kernel or outside.
//!
//! Reading order: [`path`] and [`namespace`] (from a path to a scheme), [`files`] and [`description`] (from a descriptor to an open
//! file), [`root`] (how a server registers, and its socket), [`user_scheme`], [`tag`], [`lend`], [`answer`] (the life of a
//! request), [`mapping`] (`fmap`), [`event`]; then the kernel's own schemes, each by itself.

mod answer;
pub mod debug;
pub mod description;
pub mod event;
pub mod files;
pub mod irq;
pub mod lend;
mod mapping;
pub mod memory;
pub mod namespace;
pub mod path;
pub mod pipe;
pub mod proc;
mod root;
pub mod serio;
pub mod sys;
pub mod tag;
mod text;
pub mod time;
mod user_scheme;

use redox_abi::error::{Result, EBADF, EOPNOTSUPP};
use redox_abi::flag::EVENT_READ;
use redox_abi::record::Stat;

use crate::context::table::ContextId;
use crate::kernel::KERNEL;
use crate::memory::user::UserSlice;

pub use mapping::space_ends;
/// The namespace in which servers register.
pub use namespace::ROOT as ROOT_NAMESPACE;

/// Who calls.
#[derive(Clone, Copy)]
pub struct Caller {
    pub uid: u32,
}

/// What a scheme gives for an opened file.
pub enum Opened {
    /// A file of this scheme, by the number that the scheme gave it.
    Own(u64),
    /// A description that exists already: the place in the table.
    Other(usize),
}

/// What every scheme can be asked. Numbers of files are the scheme's own. The kernel's state is not in use when these are
/// called, and any of them may block.
pub trait Scheme {
    /// Opens a path, without the scheme's name.
    fn open(&self, path: &[u8], flags: u64, caller: Caller) -> Result<Opened>;

    /// Another file below an open one.
    fn dup(&self, _file: u64, _name: &[u8], _caller: Caller) -> Result<Opened> {
        Err(EOPNOTSUPP)
    }

    fn read(&self, _file: u64, _buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        Err(EBADF)
    }

    fn write(&self, _file: u64, _buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        Err(EBADF)
    }

    /// The last description of a file is gone.
    fn close(&self, _file: u64) {}

    /// The length of a file, for SEEK_END.
    fn size(&self, _file: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// Somebody wants events; gives those flags that are so already.
    fn event(&self, _file: u64, _flags: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// The path of an open file, without the scheme's name.
    fn path(&self, _file: u64, _buffer: UserSlice) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn stat(&self, _file: u64) -> Result<Stat> {
        Err(EOPNOTSUPP)
    }

    fn sync(&self, _file: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn truncate(&self, _file: u64, _bytes: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// Maps part of a file into the current context's address space; gives the address.
    fn map(&self, _file: u64, _map: &redox_abi::record::Map) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn unlink(&self, _path: &[u8], _caller: Caller) -> Result<u64> {
        Err(EOPNOTSUPP)
    }
}

/// Numbers of the kernel's schemes.
pub mod id {
    pub const DEBUG: u32 = 1;
    pub const EVENT: u32 = 2;
    pub const MEMORY: u32 = 3;
    pub const PIPE: u32 = 4;
    pub const SERIO: u32 = 5;
    pub const IRQ: u32 = 6;
    pub const TIME: u32 = 7;
    pub const SYS: u32 = 8;
    pub const PROC: u32 = 9;
    pub const ROOT: u32 = 12;
    /// User schemes are numbered from here on, and no number is used twice.
    pub const FIRST_USER: u32 = 16;
}

/// A scheme of the kernel's.
pub struct KernelScheme {
    pub id: u32,
    pub name: &'static [u8],
    /// Whether every new namespace has it.
    pub is_common: bool,
}

/// The kernel's schemes, as the root namespace has them.
pub const KERNEL_SCHEMES: [KernelScheme; 10] = [
    KernelScheme { id: id::ROOT, name: b"", is_common: true },
    KernelScheme { id: id::DEBUG, name: b"debug", is_common: false },
    KernelScheme { id: id::EVENT, name: b"event", is_common: true },
    KernelScheme { id: id::MEMORY, name: b"memory", is_common: true },
    KernelScheme { id: id::PIPE, name: b"pipe", is_common: true },
    KernelScheme { id: id::SERIO, name: b"serio", is_common: false },
    KernelScheme { id: id::IRQ, name: b"irq", is_common: false },
    KernelScheme { id: id::TIME, name: b"time", is_common: true },
    KernelScheme { id: id::SYS, name: b"sys", is_common: true },
    KernelScheme { id: id::PROC, name: b"proc", is_common: false },
];

/// Calls a scheme by its id; ENODEV if it is gone.
pub fn with_scheme<R>(scheme: u32, use_it: impl FnOnce(&dyn Scheme) -> R) -> Result<R> {
    let found: &dyn Scheme = match scheme {
        id::DEBUG => &debug::Debug,
        id::EVENT => &event::EventScheme,
        id::MEMORY => &memory::Memory,
        id::PIPE => &pipe::PipeScheme,
        id::SERIO => &serio::Serio,
        id::IRQ => &irq::IrqScheme,
        id::TIME => &time::Time,
        id::SYS => &sys::Sys,
        id::PROC => &proc::Proc,
        id::ROOT => &root::Root,
        _ => {
            KERNEL.with(|kernel| kernel.schemes.users.serving(scheme).map(|_| ()))?;
            return Ok(use_it(&user_scheme::UserServed(scheme)));
        }
    };
    Ok(use_it(found))
}

/// Tables of everything that has to do with schemes.
#[repr(C)]
pub struct Schemes {
    /// From names to schemes.
    pub namespaces: namespace::Namespaces,
    /// Schemes served by programs, their messages, and calls under way.
    pub users: tag::UserSchemes,
    /// Open files.
    pub descriptions: description::Descriptions,
    /// Event queues, and which file leads to which.
    pub events: event::Events,
    pub pipes: [pipe::Pipe; pipe::MOST_PIPES],
    pub irqs: irq::Irqs,
    pub timers: [time::Timer; time::MOST_TIMERS],
    pub keyboard: serio::Keyboard,
    /// Who has been told about legacy paths.
    pub legacy: path::LegacyUses,
}

impl Schemes {
    pub const fn new() -> Self {
        Schemes {
            namespaces: namespace::Namespaces::new(),
            users: tag::UserSchemes::new(),
            descriptions: description::Descriptions::new(),
            events: event::Events::new(),
            pipes: [pipe::Pipe::FREE; pipe::MOST_PIPES],
            irqs: irq::Irqs::new(),
            timers: [time::Timer::FREE; time::MOST_TIMERS],
            keyboard: serio::Keyboard::new(),
            legacy: path::LegacyUses::new(),
        }
    }
}

/// Makes the first namespaces.
pub fn start() {
    KERNEL.with(|kernel| kernel.schemes.namespaces.start().expect("there is room for the kernel's names"));
}

/// Closes the current context's files, one by one; it gives its bounce frames up too.
pub fn close_all_files() {
    for descriptor in 0..crate::context::MOST_FILES as u64 {
        // Closed ones are EBADF.
        let _ = files::close(descriptor);
    }
    KERNEL.with(lend::leave_frames);
}

/// Tells those who watch a context that it has ended.
pub fn context_ended(id: ContextId) {
    KERNEL.with(|kernel| {
        let pid = kernel.contexts.get(id).pid;
        event::trigger(kernel, id::PROC, proc::file_of(pid), EVENT_READ);
    });
}

/// What each tick of the timer does here.
pub fn tick() {
    time::tick();
}

/// What an interrupt of any line but the timer's does.
pub fn interrupt(line: usize) {
    irq::interrupt(line as u32);
}

/// Takes a range out of the current context's address space, and tells the servers whose files were mapped there.
pub fn unmap(address: u64, pages: u64) -> Result<u64> {
    mapping::unmap(address, pages)
}
