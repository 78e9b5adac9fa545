//! Touches pages, one kind after the other: zeroed at their first use, protected, copied at the first write, shared.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use core::sync::atomic::{AtomicU8, Ordering};

use redox_runtime::abi::path;
use redox_runtime::abi::record::Map;
use redox_runtime::file::File;
use redox_runtime::flag::{
    MAP_LAZY, MAP_PRIVATE, MAP_SHARED, OPEN_CREATE, OPEN_READ, OPEN_TRUNCATE, OPEN_WRITE, PAGE, PROTECT_READ,
    PROTECT_WRITE,
};
use redox_runtime::memory::Mapping;
use redox_runtime::{call, program, say, Result};

const FILE: &str = "/scheme/ramfs/page-toucher";
const TEXT: &[u8; 8] = b"original";
const BOTH: u64 = PROTECT_READ | PROTECT_WRITE;

program!(main);

fn main() -> Result<()> {
    touch_lazy_pages()?;
    protect()?;
    let file = File::open(FILE, OPEN_READ | OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE)?;
    say!("write ", FILE, ": ", file.write_all(TEXT));
    copy_on_write(&file)?;
    share(&file)?;
    drop(file);
    say!("unlink ", FILE, ": ", call::unlink(FILE.as_bytes()));
    Ok(())
}

/// Pages that are nowhere until they are used: each use is a page fault.
fn touch_lazy_pages() -> Result<()> {
    let memory = File::writing(path::MEMORY)?;
    let map = Map { offset: 0, bytes: 4 * PAGE, flags: MAP_PRIVATE | MAP_LAZY | BOTH, address: 0 };
    let mapping = Mapping::of(&memory, map)?;
    say!("four pages that come at their first use");
    for page in 0..4 {
        let cell = &mapping.cells::<AtomicU8>()[page * PAGE as usize];
        let before = cell.load(Ordering::Relaxed);
        cell.store(page as u8 + 1, Ordering::Relaxed);
        say!("page ", page, ": was ", before as u32, ", is ", cell.load(Ordering::Relaxed) as u32);
    }
    Ok(())
}

/// A page that must not be written for a while. The kernel keeps to that too.
fn protect() -> Result<()> {
    let memory = File::writing(path::MEMORY)?;
    let zero = File::reading("/scheme/zero")?;
    let mapping = Mapping::of(&memory, Map { offset: 0, bytes: PAGE, flags: MAP_PRIVATE | BOTH, address: 0 })?;
    let cells = &mapping.cells::<AtomicU8>()[..16];
    cells[0].store(7, Ordering::Relaxed);
    say!("mprotect to reading: ", mapping.protect(PROTECT_READ));
    say!("read of a file into it: ", call::read_into(zero.descriptor(), cells));
    say!("it has ", cells[0].load(Ordering::Relaxed) as u32);
    say!("mprotect to reading and writing: ", mapping.protect(BOTH));
    say!("read of a file into it: ", call::read_into(zero.descriptor(), cells));
    say!("it has ", cells[0].load(Ordering::Relaxed) as u32);
    Ok(())
}

/// The frames of the server until the first write, then an own copy of that page.
fn copy_on_write(file: &File) -> Result<()> {
    let mapping = Mapping::of(file, Map { offset: 0, bytes: PAGE, flags: MAP_PRIVATE | BOTH, address: 0 })?;
    tell("private mapping", &mapping);
    put(&mapping, b"own copy");
    tell("private mapping, written", &mapping);
    tell_file(file)
}

/// The frames of the server, whoever writes.
fn share(file: &File) -> Result<()> {
    let mapping = Mapping::of(file, Map { offset: 0, bytes: PAGE, flags: MAP_SHARED | BOTH, address: 0 })?;
    tell("shared mapping", &mapping);
    put(&mapping, b"for both");
    tell("shared mapping, written", &mapping);
    tell_file(file)?;
    file.seek(0)?;
    say!("write to the file: ", file.write_all(b"by write"));
    tell("shared mapping", &mapping);
    Ok(())
}

fn put(mapping: &Mapping, text: &[u8; 8]) {
    for (cell, byte) in mapping.cells::<AtomicU8>().iter().zip(text) {
        cell.store(*byte, Ordering::Relaxed);
    }
}

fn tell(what: &str, mapping: &Mapping) {
    let cells = mapping.cells::<AtomicU8>();
    let text: [u8; 8] = core::array::from_fn(|index| cells[index].load(Ordering::Relaxed));
    say!(what, ": ", &text[..]);
}

fn tell_file(file: &File) -> Result<()> {
    let mut text = [0; 8];
    file.seek(0)?;
    let count = file.read(&mut text)?;
    say!("the file: ", &text[..count]);
    Ok(())
}
