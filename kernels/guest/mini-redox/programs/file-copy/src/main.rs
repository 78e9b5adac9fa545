//! Copies a file: `file-copy FROM TO [LENGTH]`, so many bytes at once.
//!
//! Its buffer has 6,000 bytes and starts 1,000 bytes into a page: so it has a first part of 3,096 bytes in one page and a
//! last part of 2,904 bytes in the next, both of which the kernel copies for the servers.   (FAITHFULNESS.md, O-R1)
//! A longer one has whole pages in between, which the kernel lends to the servers as they are.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::argument::{arguments, number};
use redox_runtime::error::{Error, EINVAL};
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_CREATE, OPEN_TRUNCATE, OPEN_WRITE};
use redox_runtime::{program, say, Result};

const START: usize = 1000;
const LENGTH: u64 = 6000;

/// Pages, from the start of a page on.
#[repr(align(4096))]
struct Pages([u8; 6 * 4096]);

program!(main);

fn main() -> Result<()> {
    let mut words = arguments();
    let (from, to, length) = (words.next(), words.next(), words.next().map_or(Some(LENGTH), number));
    let (Some(from), Some(to), Some(length), None) = (from, to, length, words.next()) else {
        return Err(usage());
    };
    let mut pages = Pages([0; 6 * 4096]);
    let end = START + usize::try_from(length).unwrap_or(usize::MAX - START);
    let Some(buffer) = pages.0.get_mut(START..end) else { return Err(usage()) };
    let source = File::reading(from);
    say!("open ", from, ": ", source);
    let source = source?;
    let target = File::open(to, OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE);
    say!("open ", to, ": ", target);
    let target = target?;
    say!("the buffer has ", buffer.len(), " bytes and starts ", buffer.as_ptr() as usize % align_of::<Pages>(), " bytes into a page");
    let mut total = 0;
    loop {
        let count = source.read(buffer);
        say!("read ", length, ": ", count);
        let part = match count? {
            0 => break,
            count => buffer.get(..count).unwrap_or(&[]),
        };
        let written = target.write_all(part);
        say!("write ", part.len(), ": ", written);
        written?;
        total += part.len();
    }
    say!("copied ", total, " bytes");
    Ok(())
}

fn usage() -> Error {
    say!("usage: file-copy FROM TO [LENGTH], with a length of up to ", size_of::<Pages>() - START);
    EINVAL
}
