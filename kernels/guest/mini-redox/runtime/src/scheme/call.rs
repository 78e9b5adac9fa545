//! One request, and the client's bytes that came with it.

use redox_abi::flag::{PAGE, USER_END};
use redox_abi::record::Stat;
use redox_abi::scheme::{opcode, Sqe, ONE_WAY};

/// A request that has not been answered. There is one of it for each tag, and answering takes it; so its bytes, which
/// the kernel has lent us until the answer, cannot be used any longer.
pub struct Call {
    entry: Sqe,
}

impl Call {
    pub(super) fn of(entry: Sqe) -> Self {
        Call { entry }
    }

    /// One of the numbers of [`opcode`].
    pub fn opcode(&self) -> u8 {
        self.entry.opcode
    }

    /// What ties the answer to it.
    pub fn tag(&self) -> u32 {
        self.entry.tag
    }

    /// Whether nobody waits for an answer.
    pub fn is_one_way(&self) -> bool {
        self.entry.flags & ONE_WAY != 0
    }

    /// One of its six arguments.
    pub fn argument(&self, index: usize) -> u64 {
        self.entry.args.get(index).copied().unwrap_or(0)
    }

    /// The number that the server gave to the open file; not for open and unlink.
    pub fn number(&self) -> u64 {
        self.argument(0)
    }

    /// The pid of the client.
    pub fn pid(&self) -> u64 {
        self.entry.caller
    }

    /// The uid of the client.
    pub fn uid(&self) -> u32 {
        self.argument(5) as u32
    }

    /// The client's bytes: the path, the name, or what it writes.
    pub fn bytes(&self) -> &[u8] {
        match self.place() {
            // SAFETY: the kernel has lent us these pages until the answer, which takes this call.
            Some((address, length)) => unsafe { core::slice::from_raw_parts(address as *const u8, length) },
            None => &[],
        }
    }

    /// Where the client wants bytes put. Calls that only read give nothing here: their pages are read-only.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        match self.place() {
            Some((address, length)) if matches!(self.opcode(), opcode::READ | opcode::FPATH | opcode::FSTAT) => {
                // SAFETY: as above, and writable; this call is borrowed exclusively.
                unsafe { core::slice::from_raw_parts_mut(address as *mut u8, length) }
            }
            _ => &mut [],
        }
    }

    /// Puts what `fstat` tells in its place; how many bytes that took.
    pub fn put_stat(&mut self, stat: Stat) -> u64 {
        use crate::record::Record;
        self.put(stat.as_bytes())
    }

    /// Puts bytes where the client wants them, as many as fit; how many.
    pub fn put(&mut self, bytes: &[u8]) -> u64 {
        let target = self.bytes_mut();
        let count = target.len().min(bytes.len());
        for (target, source) in target.iter_mut().zip(bytes) {
            *target = *source;
        }
        count as u64
    }

    /// Where the bytes of this call lie: a range of user space that is not empty. An empty buffer comes with an address
    /// that leads nowhere.
    fn place(&self) -> Option<(u64, usize)> {
        let (address, length) = match self.opcode() {
            opcode::OPEN | opcode::UNLINK => (self.argument(0), self.argument(1)),
            opcode::DUP | opcode::READ | opcode::WRITE | opcode::FPATH | opcode::FSTAT => {
                (self.argument(1), self.argument(2))
            }
            _ => return None,
        };
        let end = address.checked_add(length)?;
        (length > 0 && address >= PAGE && end <= USER_END).then_some((address, length as usize))
    }
}
