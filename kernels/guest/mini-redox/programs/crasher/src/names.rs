//! Schemes that the kernel does not register.

use redox_runtime::scheme::Socket;
use redox_runtime::{say, Result};

use crate::children::start_user;

pub fn register_twice() -> Result<()> {
    let first = Socket::create("crash-twice").map(|socket| socket.into_file());
    say!("register crash-twice: ", first);
    say!("register crash-twice again: ", Socket::create("crash-twice").map(|socket| socket.into_file()));
    say!("register null, which is another's: ", Socket::create("null").map(|socket| socket.into_file()));
    say!("register crash/twice: ", Socket::create("crash/twice").map(|socket| socket.into_file()));
    Ok(())
}

pub fn register_not_root() -> Result<()> {
    say!("starts a process with uid 1000");
    say!("it ended: ", start_user()?.wait());
    Ok(())
}

pub fn be_user() -> Result<()> {
    say!("register crash-user: ", Socket::create("crash-user").map(|socket| socket.into_file()));
    Ok(())
}
