//! How a daemon tells who started it that it can be used: a byte through a pipe.

use crate::file::File;
use crate::{argument, call};

/// The variable that has the descriptor of the pipe.
pub const NOTIFY: &str = "INIT_NOTIFY";
/// The descriptor that it is at.
pub const NOTIFY_DESCRIPTOR: u64 = 3;

/// Says that this daemon's scheme is there. Who started it without a pipe does not wait.
pub fn ready() {
    crate::say!("ready");
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
