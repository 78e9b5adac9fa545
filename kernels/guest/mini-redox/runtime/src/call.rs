//! System calls, one function each, in the order of their numbers.

use core::sync::atomic::{AtomicU32, AtomicU8};

use redox_abi::error::{Result, EINVAL};
use redox_abi::flag::PAGE;
use redox_abi::number;
use redox_abi::record::{Map, Stat, TimeSpec};

use crate::record::Record;
use crate::trap::system_call;

/// As many names as a namespace made here can have.
pub const MOST_NAMES: usize = 16;

/// A call whose arguments are plain numbers.
fn plain(number: u64, arguments: [u64; 3]) -> Result<u64> {
    let [a, b, c] = arguments;
    // SAFETY: only for numbers of calls that take no address.
    unsafe { system_call(number, [a, b, c, 0, 0, 0]) }
}

/// A call with bytes that are read, after its first argument.
fn reading(number: u64, first: u64, bytes: &[u8]) -> Result<u64> {
    // SAFETY: the bytes are borrowed for the call.
    unsafe { system_call(number, [first, bytes.as_ptr() as u64, bytes.len() as u64, 0, 0, 0]) }
}

/// A call with a path, and its last argument.
fn with_path(number: u64, path: &[u8], last: u64) -> Result<u64> {
    // SAFETY: the path is borrowed for the call.
    unsafe { system_call(number, [path.as_ptr() as u64, path.len() as u64, last, 0, 0, 0]) }
}

/// A call with bytes that are written.
fn writing(number: u64, file: u64, bytes: &mut [u8]) -> Result<u64> {
    // SAFETY: the bytes are borrowed for the call, exclusively.
    unsafe { system_call(number, [file, bytes.as_mut_ptr() as u64, bytes.len() as u64, 0, 0, 0]) }
}

/// Ends the process.
pub fn exit(status: u64) -> ! {
    loop {
        let _ = plain(number::EXIT, [status, 0, 0]);
    }
}

/// Waits for a child, any if `pid` is 0; gives its pid and its status word. With `WAIT_NOTHING` the pid may be 0.
pub fn waitpid(pid: u64, flags: u64) -> Result<(u64, u64)> {
    let mut status = 0_u64;
    // SAFETY: the word outlives the call.
    let pid = unsafe { system_call(number::WAITPID, [pid, &raw mut status as u64, flags, 0, 0, 0]) }?;
    Ok((pid, status))
}

pub fn getpid() -> u64 {
    plain(number::GETPID, [0; 3]).unwrap_or(0)
}

pub fn kill(pid: u64, signal: u64) -> Result<()> {
    plain(number::KILL, [pid, signal, 0]).map(drop)
}

/// Port rights: 0 or 3; see [`crate::port`].
pub fn iopl(level: u64) -> Result<()> {
    plain(number::IOPL, [level, 0, 0]).map(drop)
}

/// # Safety
/// Nothing may rely on the old protection.
pub unsafe fn mprotect(address: u64, bytes: u64, protection: u64) -> Result<()> {
    plain(number::MPROTECT, [address, bytes, protection]).map(drop)
}

/// Lets the next context run.
pub fn yield_now() {
    let _ = plain(number::YIELD, [0; 3]);
}

/// Sleeps so long, or less if interrupted.
pub fn nanosleep(time: TimeSpec) -> Result<()> {
    // SAFETY: the record outlives the call.
    unsafe { system_call(number::NANOSLEEP, [&raw const time as u64, 0, 0, 0, 0, 0]) }.map(drop)
}

/// Waits while the word has that value, or wakes that many: `FUTEX_WAIT`, `FUTEX_WAKE`.
pub fn futex(word: &AtomicU32, operation: u64, value: u32) -> Result<u64> {
    // SAFETY: the word is borrowed for the call, and the kernel only looks at it.
    unsafe { system_call(number::FUTEX, [word.as_ptr() as u64, operation, value as u64, 0, 0, 0]) }
}

pub fn clock_gettime(clock: u64) -> Result<TimeSpec> {
    let mut time = TimeSpec::default();
    // SAFETY: the record outlives the call.
    unsafe { system_call(number::CLOCK_GETTIME, [clock, &raw mut time as u64, 0, 0, 0, 0]) }?;
    Ok(time)
}

/// Moves this process into other namespaces; 0 is the null namespace.
pub fn setrens(root: u64, effective: u64) -> Result<()> {
    plain(number::SETRENS, [root, effective, 0]).map(drop)
}

/// Makes a namespace with some of our names, at most [`MOST_NAMES`].
pub fn mkns(names: &[&str]) -> Result<u64> {
    let mut pairs = [[0_u64; 2]; MOST_NAMES];
    for (pair, name) in pairs.get_mut(..names.len()).ok_or(EINVAL)?.iter_mut().zip(names) {
        *pair = [name.as_ptr() as u64, name.len() as u64];
    }
    // SAFETY: the pairs and the names outlive the call.
    unsafe { system_call(number::MKNS, [pairs.as_ptr() as u64, names.len() as u64, 0, 0, 0, 0]) }
}

pub fn unlink(path: &[u8]) -> Result<()> {
    with_path(number::UNLINK, path, 0).map(drop)
}

/// Gives a file descriptor.
pub fn open(path: &[u8], flags: u64) -> Result<u64> {
    with_path(number::OPEN, path, flags)
}

pub fn close(file: u64) -> Result<()> {
    plain(number::CLOSE, [file, 0, 0]).map(drop)
}

pub fn lseek(file: u64, offset: i64, whence: u64) -> Result<u64> {
    plain(number::LSEEK, [file, offset as u64, whence])
}

/// # Safety
/// Nothing may refer to that memory any more.
pub unsafe fn funmap(address: u64, bytes: u64) -> Result<()> {
    plain(number::FUNMAP, [address, bytes, 0]).map(drop)
}

pub fn ftruncate(file: u64, bytes: u64) -> Result<()> {
    plain(number::FTRUNCATE, [file, bytes, 0]).map(drop)
}

pub fn fsync(file: u64) -> Result<()> {
    plain(number::FSYNC, [file, 0, 0]).map(drop)
}

pub fn read(file: u64, buffer: &mut [u8]) -> Result<usize> {
    writing(number::READ, file, buffer).map(|count| count as usize)
}

pub fn write(file: u64, bytes: &[u8]) -> Result<usize> {
    reading(number::WRITE, file, bytes).map(|count| count as usize)
}

/// As [`read`], but into cells that others may see.
pub fn read_into(file: u64, cells: &[AtomicU8]) -> Result<usize> {
    // SAFETY: the cells are borrowed for the call, and others may change them.
    let count = unsafe { system_call(number::READ, [file, cells.as_ptr() as u64, cells.len() as u64, 0, 0, 0]) }?;
    Ok(count as usize)
}

pub fn fstat(file: u64) -> Result<Stat> {
    let mut stat = Stat::default();
    writing(number::FSTAT, file, stat.as_bytes_mut())?;
    Ok(stat)
}

/// Another descriptor: the same file if the name is empty, or what the scheme gives for that name.
pub fn dup(file: u64, name: &[u8]) -> Result<u64> {
    reading(number::DUP, file, name)
}

/// As [`dup`], at a number of our choice; what was open there is closed.
pub fn dup2(file: u64, new: u64, name: &[u8]) -> Result<u64> {
    let (address, length) = (name.as_ptr() as u64, name.len() as u64);
    // SAFETY: the name is borrowed for the call.
    unsafe { system_call(number::DUP2, [file, new, address, length, 0, 0]) }
}

/// Maps a file, and gives the address; see [`crate::memory::Mapping`].
///
/// # Safety
/// With `MAP_FIXED`: nothing may refer to what was there.
pub unsafe fn fmap(file: u64, map: &Map) -> Result<u64> {
    if map.offset % PAGE != 0 {
        return Err(EINVAL);
    }
    reading(number::FMAP, file, map.as_bytes())
}

/// The path that a file was opened by; how many bytes of the buffer it takes.
pub fn fpath(file: u64, buffer: &mut [u8]) -> Result<usize> {
    writing(number::FPATH, file, buffer).map(|count| count as usize)
}
