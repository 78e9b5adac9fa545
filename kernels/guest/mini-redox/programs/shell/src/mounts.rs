//! File systems on disks, which are servers of schemes.

use redox_runtime::abi::path::SYS_SCHEME;
use redox_runtime::argument::{number, words};
use redox_runtime::error::{EINVAL, ENODEV, EPERM};
use redox_runtime::file::File;
use redox_runtime::flag::{PAGE, SIGNAL_KILL};
use redox_runtime::process::Command;
use redox_runtime::text::{ERRORS, INPUT, OUTPUT};
use redox_runtime::{call, daemon, Result};

use crate::child::path_of;

/// The program that serves the file system of a disk: its arguments are the path of the disk and the name of the scheme.
const FILE_SYSTEM: &str = "fsd";

/// Starts the server of a file system: `DISK NAME`.
pub fn mount(arguments: &str) -> Result<()> {
    words(arguments).nth(1).ok_or(EINVAL)?;
    let files = [INPUT, OUTPUT, ERRORS].map(|standard| [standard, standard]);
    let command = Command { name: FILE_SYSTEM, arguments, variables: &[], files: &files, namespace: None };
    daemon::start(&command, path_of(FILE_SYSTEM).as_str()).map(drop)
}

/// Ends the server of a scheme. That of a file system keeps nothing back: all that was written is on the disk.
pub fn unmount(name: &str) -> Result<()> {
    let pid = server_of(name)?;
    call::kill(pid, SIGNAL_KILL)?;
    // Only if it was a child of ours.
    let _ = call::waitpid(pid, 0);
    Ok(())
}

/// The pid of the server of a scheme: the second word of the line that ends with its name.
fn server_of(name: &str) -> Result<u64> {
    let mut bytes = [0; PAGE as usize];
    let length = File::reading(SYS_SCHEME)?.read(&mut bytes)?;
    let text = core::str::from_utf8(bytes.get(..length).unwrap_or(&[])).map_err(|_| EINVAL)?;
    let line = text.lines().find(|line| words(line).last() == Some(name)).ok_or(ENODEV)?;
    let pid = words(line).nth(1).and_then(number);
    pid.ok_or(EPERM)
}
