//! Gives up its names, as drivers do: what is open stays, but no name leads anywhere any more.   (FAITHFULNESS.md, R6)
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::abi::path;
use redox_runtime::file::File;
use redox_runtime::{call, program, say, Result};

const BEFORE: &str = "/scheme/zero";

program!(main);

fn main() -> Result<()> {
    let zero = File::reading(BEFORE);
    say!("open ", BEFORE, ": ", zero);
    say!("setrens(0, 0): ", call::setrens(0, 0));
    for path in [BEFORE, path::DEBUG, path::MEMORY, path::PIPE] {
        say!("open ", path, ": ", File::reading(path));
    }
    say!("open :name-drop as a server: ", redox_runtime::scheme::Socket::create("name-drop").map(drop));
    if let Ok(zero) = zero {
        say!("read of what is open, 8 bytes: ", zero.read(&mut [1; 8]));
    }
    Ok(())
}
