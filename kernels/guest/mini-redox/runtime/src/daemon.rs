//! How a daemon tells who started it that it can be used: a byte through a pipe.

use redox_abi::error::{Result, EINVAL, EPIPE};
use redox_abi::flag::OPEN_READ;
use redox_abi::path;

use crate::file::File;
use crate::process::{Child, Command};
use crate::{argument, call, say};

/// The variable that has the descriptor of the pipe.
const NOTIFY: &str = "INIT_NOTIFY";
/// What it says.
const NOTIFY_VARIABLE: &str = "INIT_NOTIFY=3";
/// The descriptor that it is at.
const NOTIFY_DESCRIPTOR: u64 = 3;
/// As many files and lines of variables as a daemon can be started with.
const MOST: usize = 16;

/// Says that this daemon's scheme is there. Who started it without a pipe does not wait.
pub fn ready() {
    say!("ready");
    if let Some(descriptor) = argument::variable(NOTIFY).and_then(argument::number) {
        let pipe = File::of(descriptor);
        let _ = pipe.write(&[1]);
    }
}

/// Says it, then gives up all names: what has been opened stays, but nothing else can be opened any more.
pub fn ready_and_drop_names() {
    ready();
    if let Err(error) = call::setrens(0, 0) {
        crate::start::fail("setrens", error);
    }
}

/// Starts a daemon and waits until it is ready. One that ends before is an error.
pub fn start(command: &Command, path: &str) -> Result<Child> {
    let reading = File::open(path::PIPE, OPEN_READ)?;
    let writing = reading.dup(path::PIPE_WRITE)?;
    let mut files = [[0; 2]; MOST];
    let mut variables = [""; MOST];
    let files = with(&mut files, command.files, [writing.descriptor(), NOTIFY_DESCRIPTOR])?;
    let variables = with(&mut variables, command.variables, NOTIFY_VARIABLE)?;
    let child = Command { files, variables, ..*command }.spawn(path)?;
    // Now the daemon alone has the writing end: if it ends, the pipe does.
    drop(writing);
    if reading.read(&mut [0])? == 1 {
        return Ok(child);
    }
    say!(command.name, " ended before it was ready: ", child.wait()?);
    Err(EPIPE)
}

/// Some values and one more.
fn with<'a, T: Copy>(room: &'a mut [T], first: &[T], last: T) -> Result<&'a [T]> {
    let room = room.get_mut(..first.len() + 1).ok_or(EINVAL)?;
    let (end, start) = room.split_last_mut().ok_or(EINVAL)?;
    start.copy_from_slice(first);
    *end = last;
    Ok(room)
}
