//! Two tasks that exchange messages: `ping-pong server`, and `ping-pong client N` for N messages, for ever if N is 0.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod client;
mod server;

use redox_runtime::argument::{arguments, number};
use redox_runtime::error::EINVAL;
use redox_runtime::{program, say, Result};

/// The scheme by which they meet.
const SCHEME: &str = "ping-pong";
/// The longest message.
const LONGEST: usize = 32;

program!(main);

fn main() -> Result<()> {
    let mut words = arguments();
    match (words.next(), words.next().and_then(number)) {
        (Some("server"), None) => server::run(),
        (Some("client"), Some(count)) => client::run(count),
        _ => {
            say!("usage: ping-pong server, or ping-pong client N");
            Err(EINVAL)
        }
    }
}
