//! Daemons that end in the middle of a request, or never answer.

use redox_runtime::abi::scheme::opcode;
use redox_runtime::file::File;
use redox_runtime::flag::{SIGNAL_INTERRUPT, SIGNAL_KILL};
use redox_runtime::scheme::Socket;
use redox_runtime::{call, daemon, misdeed, say, Result};

use crate::children::{pause, start_client, start_daemon, tell};

const NULL: &str = "crash-null";
const SILENT: &str = "crash-silent";

/// The daemon ends at its first request, with a file of another server open. Its scheme is gone; the client that waits is told nothing.
pub fn null() -> Result<()> {
    let daemon = start_daemon("as-null-daemon")?;
    let client = start_client("as-client /scheme/crash-null")?;
    say!("the daemon ended: ", daemon.wait());
    pause()?;
    tell("its client", &client)?;
    say!("a new open of /scheme/crash-null: ", File::reading("/scheme/crash-null"));
    say!("kill of the client that waits: ", call::kill(client.pid(), SIGNAL_KILL));
    say!("the client ended: ", client.wait());
    Ok(())
}

pub fn be_null() -> Result<()> {
    let _open = File::reading("/scheme/ramfs/numbers.txt")?;
    let socket = Socket::create(NULL)?;
    daemon::ready();
    let request = socket.next_request()?;
    say!("request with tag ", request.tag(), ": writes to address 0");
    misdeed::write_to_null();
    Ok(())
}

/// The daemon takes requests and answers none. A signal only asks it to cancel; a kill takes the client out.
pub fn silent() -> Result<()> {
    let daemon = start_daemon("as-silent-daemon")?;
    let client = start_client("as-client /scheme/crash-silent")?;
    pause()?;
    tell("the client", &client)?;
    say!("interrupt of the client: ", call::kill(client.pid(), SIGNAL_INTERRUPT));
    pause()?;
    tell("the client", &client)?;
    say!("kill of the client: ", call::kill(client.pid(), SIGNAL_KILL));
    say!("the client ended: ", client.wait());
    say!("kill of the daemon: ", call::kill(daemon.pid(), SIGNAL_KILL));
    say!("the daemon ended: ", daemon.wait());
    Ok(())
}

pub fn be_silent() -> Result<()> {
    let socket = Socket::create(SILENT)?;
    daemon::ready();
    loop {
        let request = socket.next_request()?;
        match request.opcode() {
            opcode::OPEN => say!("open with tag ", request.tag(), ": no answer"),
            opcode::CANCEL => say!("cancel of tag ", request.tag(), ": no answer"),
            _ => say!("something else: no answer"),
        }
    }
}
