//! Copies a file: `file-copy FROM TO`.
//!
//! Its buffer has 6,000 bytes and starts 1,000 bytes into a page: so it has a first part of 3,096 bytes in one page and a
//! last part of 2,904 bytes in the next, both of which the kernel copies for the servers.   (FAITHFULNESS.md, O-R1)
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::argument::arguments;
use redox_runtime::error::EINVAL;
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_CREATE, OPEN_TRUNCATE, OPEN_WRITE};
use redox_runtime::{program, say, Result};

const START: usize = 1000;
const LENGTH: usize = 6000;

/// Two pages, from the start of a page on.
#[repr(align(4096))]
struct Pages([u8; 8192]);

program!(main);

fn main() -> Result<()> {
    let mut words = arguments();
    let (Some(from), Some(to), None) = (words.next(), words.next(), words.next()) else {
        say!("usage: file-copy FROM TO");
        return Err(EINVAL);
    };
    let source = File::reading(from);
    say!("open ", from, ": ", source);
    let source = source?;
    let target = File::open(to, OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE);
    say!("open ", to, ": ", target);
    let target = target?;
    let mut pages = Pages([0; 8192]);
    let buffer = &mut pages.0[START..START + LENGTH];
    say!("the buffer has ", LENGTH, " bytes and starts ", buffer.as_ptr() as usize % align_of::<Pages>(), " bytes into a page");
    let mut total = 0;
    loop {
        let count = source.read(buffer);
        say!("read ", LENGTH, ": ", count);
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
