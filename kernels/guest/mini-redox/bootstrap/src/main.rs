//! The first program. The kernel copies it, with the archive that it lies in, to address 0x1000, and starts it.
//!
//! It registers the scheme `initfs`, makes the process `init` out of `bin/init`, and serves the archive's files for ever.
//! Reading order: [`archive`], [`server`].
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod archive;
mod server;

use archive::Archive;
use redox_runtime::abi::flag::{OPEN_READ, OPEN_WRITE};
use redox_runtime::abi::path;
use redox_runtime::error::ENOENT;
use redox_runtime::file::File;
use redox_runtime::process::Command;
use redox_runtime::scheme::{serve, Socket};
use redox_runtime::{bootstrap, say, Result};
use server::InitFs;

const FIRST_PROGRAM: &str = "bin/init";

bootstrap!(main);

fn main(bytes: &'static [u8]) -> Result<()> {
    // Descriptors 0, 1 and 2, for as long as this runs.
    let standard = [open_debug()?, open_debug()?, open_debug()?];
    let archive = Archive::of(bytes);
    let socket = Socket::create(server::NAME)?;
    say!("scheme initfs with ", archive.count(), " files");

    let program = archive.names().position(|name| name == FIRST_PROGRAM).ok_or(ENOENT)?;
    let files = standard.map(|descriptor| [descriptor, descriptor]);
    let init = Command { name: "init", arguments: "", variables: &[], files: &files, namespace: None };
    let child = init.start(archive.content(program))?;
    say!("init is process ", child.pid());
    drop(child);
    Err(serve(&socket, &mut InitFs::new(archive)))
}

fn open_debug() -> Result<u64> {
    File::open(path::DEBUG, OPEN_READ | OPEN_WRITE).map(File::into_descriptor)
}
