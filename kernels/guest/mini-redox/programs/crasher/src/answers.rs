//! Answers that the kernel does not take.

use redox_runtime::abi::scheme::{answer, Cqe};
use redox_runtime::scheme::Socket;
use redox_runtime::{say, Result};

use crate::children::start_client;

const SCHEME: &str = "crash-reply";
const NO_TAG: u32 = 99;

fn reply(socket: &Socket, tag: u32) -> Result<usize> {
    socket.file().write_record(Cqe { flags: answer::REGULAR, extra: [0; 3], tag, result: 0 })
}

/// The same call is answered twice. The client gets the first answer.
pub fn double_reply() -> Result<()> {
    let socket = Socket::create(SCHEME)?;
    let client = start_client("as-client /scheme/crash-reply")?;
    let tag = socket.next_request()?.tag();
    // Nothing between the two: once the client has gone on, nobody has that tag any more.
    let (first, second) = (reply(&socket, tag), reply(&socket, tag));
    say!("first answer to tag ", tag, ": ", first);
    say!("second answer to tag ", tag, ": ", second);
    say!("the client ended: ", client.wait());
    Ok(())
}

/// A call is answered that there is not.
pub fn unknown_tag() -> Result<()> {
    let socket = Socket::create(SCHEME)?;
    let client = start_client("as-client /scheme/crash-reply")?;
    let tag = socket.next_request()?.tag();
    say!("answer to tag ", NO_TAG, ": ", reply(&socket, NO_TAG));
    say!("answer to tag ", tag, ": ", reply(&socket, tag));
    say!("the client ended: ", client.wait());
    Ok(())
}
