//! The one that asks.

use redox_runtime::common::text::Sink;
use redox_runtime::error::EIO;
use redox_runtime::file::File;
use redox_runtime::text::Line;
use redox_runtime::{say, Result};

use crate::LONGEST;

/// Up to so many messages, each is printed; of more, each thousandth.
const FEW: u64 = 20;
const MANY: u64 = 1000;

pub fn run(count: u64) -> Result<()> {
    let file = File::writing("/scheme/ping-pong")?;
    let mut checksum = 0_u32;
    let mut sent = 0_u64;
    while count == 0 || sent < count {
        sent += 1;
        let mut ping = Line::new();
        ping.text("ping ");
        ping.decimal64(sent);
        file.write_all(ping.bytes())?;
        let mut room = [0; LONGEST];
        let length = file.read(&mut room)?;
        let pong = room.get(..length).ok_or(EIO)?;
        for byte in pong {
            checksum = checksum.rotate_left(5) ^ *byte as u32;
        }
        if (1..=FEW).contains(&count) {
            say!(ping.bytes(), ", ", pong);
        } else if sent % MANY == 0 {
            say!(sent, " messages, checksum ", checksum);
        }
    }
    say!("done: ", sent, " messages, checksum ", checksum);
    Ok(())
}
